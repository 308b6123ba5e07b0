using Microsoft.EntityFrameworkCore;
using Trame.Foundation;

namespace Trame.Tests.House;

/// <summary>
/// A room uses another only through what that one publishes: the types on its door, and the types which those show in their public members
/// (who publishes a page of results publishes its lines). The entities of the registers, and what grows from them, are the warp: everyone may read them.
/// </summary>
internal static class Doors
{
    public static IEnumerable<Breach> Check(IReadOnlyCollection<Type> types, IEnumerable<IModule> modules)
    {
        var published = modules.ToLookup(m => Rooms.RoomOf(m.GetType()), m => m.Publishes);
        var warp = Entities(types).Where(InRegisters).ToLookup(Rooms.RoomOf);
        var doors = types.Select(Rooms.RoomOf).Distinct().Where(room => published.Contains(room) || warp.Contains(room))
            .ToDictionary(room => room, room => Shown(published[room].SelectMany(p => p).Concat(warp[room])));
        return from type in types
               let room = Rooms.RoomOf(type)
               where Rooms.LayerOf(type) is not ("Foundation" or "Engines" or "Program")
               from used in Uses.TypesOf(type).Select(Rooms.Outermost).Distinct()
               where types.Contains(used) && Rooms.LayerOf(used) is not ("Foundation" or "Engines" or "Program")
               let other = Rooms.RoomOf(used)
               where other != room && !(doors.TryGetValue(other, out var shown) && shown.Contains(used))
               select new Breach(Rooms.Outermost(type).FullName!, doors.ContainsKey(other) ? $"{used.Name} is not published by {other}" : $"{other} has no door (Module.cs) to publish {used.Name}");
    }

    /// <summary>A door publishes only what is its own.</summary>
    public static IEnumerable<Breach> Foreign(IEnumerable<IModule> modules) =>
        from module in modules
        from type in module.Publishes
        where Rooms.RoomOf(type) != Rooms.RoomOf(module.GetType())
        select new Breach(module.GetType().FullName!, $"publishes {type.FullName}, which is not its own");

    private static IEnumerable<Type> Entities(IEnumerable<Type> types) => types.SelectMany(t => t.GetInterfaces())
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)).Select(i => i.GetGenericArguments()[0]);

    private static bool InRegisters(Type entity) => Rooms.LayerOf(entity) == "Registers" || (entity.BaseType is { } from && InRegisters(from));

    private static HashSet<Type> Shown(IEnumerable<Type> published)
    {
        var all = new HashSet<Type>();
        var open = new Stack<Type>(published.Select(Rooms.Outermost));
        while (open.TryPop(out var type))
            if (all.Add(type))
                foreach (var shown in Uses.ShownBy(type).Select(Rooms.Outermost).Where(t => Rooms.RoomOf(t) == Rooms.RoomOf(type))) open.Push(shown);
        return all;
    }
}
