using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Opinions;

/// <summary>What the pages of an opinion map share.</summary>
public abstract class OpinionPage(TrameDb db) : DebatePage(db)
{
    public bool MayKeep => May(OpinionActs.Keep);

    public bool IsOpen => Debate.Stage == DebateStage.Open;

    public string Root => $"{Path}/avis";

    /// <summary>Those that are voted on.</summary>
    public IReadOnlyList<OpinionStatement> Open { get; private set; } = [];

    protected async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (Debate.Stage is not (DebateStage.Open or DebateStage.Answered) || !Debate.Uses(DebateMethod.Opinions)) return NotFound();
        var id = Debate.Id;
        Open = await Db.Set<OpinionStatement>().AsNoTracking().Where(s => s.DebateId == id && s.State == StatementState.Open).OrderBy(s => s.Number).ToListAsync(stop);
        return null;
    }
}
