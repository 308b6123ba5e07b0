using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>What the pages about one record share: finding it by its address, its trail, the channel it is spoken through.</summary>
public abstract class OccasionPage(TrameDb db) : TramePage
{
    protected TrameDb Db => db;

    public Occasion Occasion { get; private set; } = null!; // every handler finds it first, or answers 404

    /// <summary>How what is typed here reached us. Someone at a counter may type for the phone or a sheet of paper; anyone else is online.</summary>
    [BindProperty] public string Channel { get; set; } = "online";

    public Instant Now => db.Now;

    public string ShowPath => $"{Request.PathBase}{OccasionShelf.Path(Occasion)}";

    public IReadOnlyList<Crumb> Trail(string here) => [new(Texts.Get("occasions.list"), $"{Request.PathBase}/occasions"), new(Occasion.Name, ShowPath), new(here)];

    /// <summary>Null when the record is found; otherwise where to go instead: the record it was merged into, or 404.</summary>
    protected async Task<IActionResult?> Find(string shelf, string slug, CancellationToken stop)
    {
        if (OccasionShelf.Kind(shelf) is not { } kind) return NotFound();
        var found = await db.Set<Occasion>().FirstOrDefaultAsync(o => o.Kind == kind && o.Slug == slug, stop);
        if (found is null) return NotFound();
        Occasion = found;
        if (found.MergedIntoId is not { } into || StaysWhenMerged) return null;
        var kept = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == into, stop);
        return Redirect($"{Request.PathBase}{OccasionShelf.Path(kept)}");
    }

    /// <summary>The page also speaks of a record that was merged into another (its history).</summary>
    protected virtual bool StaysWhenMerged => false;

    protected Channel Spoken() => May(OccasionActs.Add) && EnumWords.TryRead<Channel>(Channel, out var channel) && channel != Foundation.Facts.Channel.Import ? channel : Foundation.Facts.Channel.Online;

    /// <summary>After a save that was refused, the record as it is now.</summary>
    protected async Task Reload(CancellationToken stop)
    {
        var id = Occasion.Id;
        db.ChangeTracker.Clear();
        Occasion = await db.Set<Occasion>().FirstAsync(o => o.Id == id, stop);
    }
}
