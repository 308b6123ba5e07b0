using Trame.Foundation;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Rooms;

/// <summary>Rooms: the moving debate, live, in a hall and online; every screen of a room shows the same, and what was acknowledged is written.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(RoomActs), typeof(FindRooms), typeof(DebateRoom), typeof(LiveRooms), typeof(MoveInRoom), typeof(RunRoom), typeof(RoomEvent), typeof(RoomSeat), typeof(RoomView)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in RoomActs.All) services.AddSingleton(act);
        services.AddSingleton<LiveRooms>().AddScoped<FindRooms>().AddScoped<MoveInRoom>().AddScoped<RunRoom>();
        services.AddSingleton<IPurge, ForgetSeats>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/debats/{slug}/salle/flux", RoomStream.Handle).WithName("RoomStream").WithSummary("Counts of a moving debate, as they change (server-sent events).");
}
