using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Panels;

/// <summary>What the pages of one convention share.</summary>
public abstract class ConventionPage(TrameDb db) : TramePage
{
    protected TrameDb Db => db;

    public Convention Convention { get; private set; } = null!; // every handler finds it first, or answers 404

    [BindProperty] public int Version { get; set; }

    /// <summary>How an answer reached us; anyone but those who keep the convention is online.</summary>
    [BindProperty] public string Channel { get; set; } = "online";

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public string Path => $"{Request.PathBase}/conventions/{Convention.Slug}";

    public bool MayKeep => May(PanelActs.Keep);

    public bool MayRun => May(PanelActs.Run);

    public bool MayDecide => May(PanelActs.Decide);

    public IReadOnlyList<Crumb> Trail(params string[] here) => [new(Texts.Get("convention.list.crumb"), $"{Request.PathBase}/conventions"), .. here.Length == 0 ? (Crumb[])[new(Convention.Name)] : [new(Convention.Name, Path), new(here[0])]];

    public IReadOnlyList<StepView> Steps => [.. new (string Key, bool Done, bool Now)[]
        {
            ("letters", Convention.LettersMade > 0, Convention.Stage == ConventionStage.Open), ("answers", Convention.Stage >= ConventionStage.Committed, Convention.LettersMade > 0 && Convention.Stage == ConventionStage.Open),
            ("drawn", Convention.Stage >= ConventionStage.Drawn, Convention.Stage == ConventionStage.Committed), ("work", Convention.Recommendations.Count > 0, Convention.Stage == ConventionStage.Drawn), ("answered", Convention.Stage == ConventionStage.Answered, false),
            ("purged", Convention.PurgedOn is not null, Convention.Stage == ConventionStage.Answered),
        }.Select(s => new StepView(Texts.Get($"convention.step.{s.Key}"), s.Done ? StepState.Done : s.Now ? StepState.Current : StepState.ToCome))];

    public static string Day(LocalDate day) => day.PlainDay(CultureInfo.CurrentUICulture);

    public static string Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso) is { Success: true } read ? Day(read.Value) : iso;

    public static string Euros(long cents) => PlainNumbers.Euros(cents, CultureInfo.CurrentUICulture);

    public static string Percent(double share) => PlainNumbers.Percent((decimal)share, CultureInfo.CurrentUICulture);

    protected Channel Spoken() => MayKeep && EnumWords.TryRead<Channel>(Channel, out var channel) && channel != Foundation.Facts.Channel.Import ? channel : Foundation.Facts.Channel.Online;

    /// <summary>Null when it is found and may be seen; 404 otherwise. A draft is seen by those who run it.</summary>
    protected async Task<IActionResult?> Find(string slug, CancellationToken stop)
    {
        if (await db.Set<Convention>().AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug, stop) is not { } found || (found.Stage == ConventionStage.Draft && !MayRun)) return NotFound();
        Convention = found;
        return null;
    }

    protected async Task<IActionResult?> FindToKeep(string slug, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        return await Find(slug, stop) ?? (MayKeep ? null : Forbidden());
    }

    protected Task<List<PanelPerson>> People(CancellationToken stop)
    {
        var id = Convention.Id;
        return db.Set<PanelPerson>().AsNoTracking().Where(p => p.ConventionId == id).OrderBy(p => p.Ticket).ToListAsync(stop);
    }

    protected static async Task<byte[]> Bytes(IFormFile? file, CancellationToken stop)
    {
        if (file is null || file.Length > BaseList.MostBytes) return [];
        using var sent = new MemoryStream();
        await file.CopyToAsync(sent, stop);
        return sent.ToArray();
    }
}
