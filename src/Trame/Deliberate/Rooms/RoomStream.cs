using System.Buffers;
using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Deliberate.Rooms;

/// <summary>Server-sent events of a room: each message is the whole count, so that whoever comes late or comes back sees the same as the others.</summary>
internal static class RoomStream
{
    private static readonly byte[] Head = "event: tally\ndata: "u8.ToArray();
    private static readonly byte[] Tail = "\n\n"u8.ToArray();
    private static readonly byte[] Alive = ": \n\n"u8.ToArray();

    public static async Task Handle(HttpContext context, string slug, TrameDb db, CurrentSpace space, LiveRooms rooms, FindRooms find, IHostApplicationLifetime life)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var debate = await db.Set<Debate>().AsNoTracking().Where(d => d.Slug == slug && (d.Stage == DebateStage.Open || d.Stage == DebateStage.Answered)).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ends.Token);
        if (debate is not { } id || await find.Last(id, ends.Token) is not { } room)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var live = rooms.Of(space.Space, room.Id);
        await live.Now(db, ends.Token);
        await db.Database.CloseConnectionAsync(); // a screen that stays open holds no connection
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no"; // a proxy must not wait for more
        try
        {
            await foreach (var tally in live.Watch(ends.Token))
            {
                var body = context.Response.BodyWriter;
                if (tally.Length == 0) body.Write(Alive);
                else
                {
                    body.Write(Head);
                    body.Write(tally);
                    body.Write(Tail);
                }

                await body.FlushAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // the screen went, or the house closes
        }
    }
}
