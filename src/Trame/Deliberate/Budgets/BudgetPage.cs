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

namespace Trame.Deliberate.Budgets;

/// <summary>What the pages of one budget share: finding it, where it stands, its files, the ballot that was typed.</summary>
public abstract class BudgetPage(TrameDb db) : TramePage
{
    protected TrameDb Db => db;

    public ParticipatoryBudget Budget { get; private set; } = null!; // every handler finds it first, or answers 404

    public IReadOnlyList<ProjectFile> Files { get; private set; } = [];

    [BindProperty] public int Version { get; set; }

    /// <summary>How what is typed here reached us; anyone but those who keep the budget is online.</summary>
    [BindProperty] public string Channel { get; set; } = "online";

    /// <summary>Projects ticked on a ballot.</summary>
    [BindProperty] public int[] Chosen { get; set; } = [];

    /// <summary>Projects of a ballot with points, and beside them what was typed.</summary>
    [BindProperty] public int[] Number { get; set; } = [];

    [BindProperty] public string[] Given { get; set; } = [];

    [BindProperty] public bool Blank { get; set; }

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public BudgetStage Stage => Budget.StageOn(Today);

    public string Path => $"{Request.PathBase}/budgets/{Budget.Slug}";

    public bool MayKeep => May(BudgetActs.Keep);

    public bool MayRun => May(BudgetActs.Run);

    /// <summary>Those that are voted on.</summary>
    public IEnumerable<ProjectFile> Kept => Files.Where(f => f.State == FileState.Kept);

    public string Envelope => Euros(Budget.EnvelopeCents ?? 0);

    public IReadOnlyList<Crumb> Trail(params string[] here) => [new(Texts.Get("budget.list.crumb"), $"{Request.PathBase}/budgets"), .. here.Length == 0 ? (Crumb[])[new(Budget.Name)] : [new(Budget.Name, Path), new(here[0])]];

    public IReadOnlyList<StepView> Steps =>
        [.. new (BudgetStage Stage, LocalDate? Until)[] { (BudgetStage.Proposing, Budget.ProposeUntil), (BudgetStage.Studying, Budget.VoteFrom), (BudgetStage.Voting, Budget.VoteUntil), (BudgetStage.Counted, Budget.CountedOn) }
            .Select(s => new StepView(Texts.Get($"budget.stage.{EnumWords.Write(s.Stage)}"), Stage > s.Stage || Stage == BudgetStage.Counted ? StepState.Done : Stage == s.Stage ? StepState.Current : StepState.ToCome, s.Until is not { } day ? null : s.Stage == BudgetStage.Counted ? Day(day) : Texts.Get("debates.phase.until", Day(day))))];

    public static string Day(LocalDate day) => day.PlainDay(CultureInfo.CurrentUICulture);

    public static string Euros(long cents) => PlainNumbers.Euros(cents, CultureInfo.CurrentUICulture);

    public static string Euros(double euros) => PlainNumbers.Euros((long)Math.Round(euros * 100, MidpointRounding.AwayFromZero), CultureInfo.CurrentUICulture);

    public int PointsOf(int number) => Array.IndexOf(Number, number) is >= 0 and var at && at < Given.Length && NumberOf(Given[at]) is { } points ? points : 0;

    protected Channel Spoken() => MayKeep && EnumWords.TryRead<Channel>(Channel, out var channel) && channel != Foundation.Facts.Channel.Import ? channel : Foundation.Facts.Channel.Online;

    protected IReadOnlyList<BallotLine> Lines => Budget.Ballot == BallotKind.Points
        ? [.. Number.Zip(Given).Where(p => (p.Second ?? "").Trim() is not ("" or "0")).Select(p => new BallotLine(p.First, NumberOf(p.Second) ?? -1))]
        : [.. Chosen.Select(number => new BallotLine(number, 1))];

    /// <summary>Null when it is found and may be seen; 404 otherwise. A draft is seen by those who run it.</summary>
    protected async Task<IActionResult?> Find(string slug, CancellationToken stop)
    {
        if (await db.Set<ParticipatoryBudget>().AsNoTracking().FirstOrDefaultAsync(b => b.Slug == slug, stop) is not { } found || (found.OpenedOn is null && !MayRun)) return NotFound();
        Budget = found;
        Files = await db.Set<ProjectFile>().AsNoTracking().Where(f => f.BudgetId == found.Id).OrderBy(f => f.Number).ToListAsync(stop);
        return null;
    }

    /// <summary>The same, for those who keep it.</summary>
    protected async Task<IActionResult?> FindToKeep(string slug, CancellationToken stop) => await Find(slug, stop) ?? (MayKeep ? null : Forbidden());

    private static int? NumberOf(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
