using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Debates;

/// <summary>« Qu’y a-t-il à décider, et qu’a-t-on répondu ? » Late answers first.</summary>
public sealed class ListPage(FindDebates find, TrameDb db) : TramePage
{
    public IReadOnlyList<DebateLine> Late { get; private set; } = [];

    public IReadOnlyList<DebateLine> Open { get; private set; } = [];

    public IReadOnlyList<DebateLine> Framing { get; private set; } = [];

    public IReadOnlyList<DebateLine> Answered { get; private set; } = [];

    /// <summary>Proposals that nobody took in yet, for those who can.</summary>
    public IReadOnlyList<DebateLine> Waiting { get; private set; } = [];

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public int Count => Late.Count + Open.Count + Framing.Count + Answered.Count;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = await find.All(stop);
        Late = [.. all.Where(d => (d.Stage == DebateStage.Open && d.LateDays > 0) || d.OwesChange)];
        Open = [.. all.Where(d => d.Stage == DebateStage.Open && d.LateDays == 0)];
        Framing = [.. all.Where(d => d.Stage == DebateStage.Framing)];
        Answered = [.. all.Where(d => d.Stage == DebateStage.Answered && !d.OwesChange)];
        if (May(DebateActs.Run)) Waiting = await find.Waiting(stop);
    }
}
