using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Tables;

namespace Trame.Deliberate.Debates;

/// <summary>The frame of a debate: each question is one of the things without which it does not open.</summary>
public sealed class FramePage(TrameDb db, FrameDebate frame) : DebatePage(db)
{
    public const int OptionRows = 6;
    public const int PhaseRows = 8;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string Object { get; set; } = "";
    [BindProperty] public string Place { get; set; } = "";
    [BindProperty] public string Latitude { get; set; } = "";
    [BindProperty] public string Longitude { get; set; } = "";
    [BindProperty] public string[] OptionId { get; set; } = [];
    [BindProperty] public string[] OptionLabel { get; set; } = [];
    [BindProperty] public string[] OptionCost { get; set; } = [];
    [BindProperty] public string[] OptionTouched { get; set; } = [];
    [BindProperty] public string Decided { get; set; } = "";
    [BindProperty] public string DeciderName { get; set; } = "";
    [BindProperty] public string DeciderRole { get; set; } = "";
    [BindProperty] public string DecidesOn { get; set; } = "";
    [BindProperty] public string Delegation { get; set; } = "";
    [BindProperty] public string Promise { get; set; } = "";
    [BindProperty] public string AnswerDays { get; set; } = "";
    [BindProperty] public string[] PhaseStep { get; set; } = [];
    [BindProperty] public string[] PhaseMethod { get; set; } = [];
    [BindProperty] public string[] PhaseStart { get; set; } = [];
    [BindProperty] public string[] PhaseEnd { get; set; } = [];
    [BindProperty] public string HelpAmount { get; set; } = "";
    [BindProperty] public string HelpNote { get; set; } = "";
    [BindProperty] public string Identity { get; set; } = "none";
    [BindProperty] public string Figure { get; set; } = "citizen";
    [BindProperty] public string StartedBy { get; set; } = "";

    public IReadOnlyList<Refusal> Lacking { get; private set; } = [];

    /// <summary>A row of the form, empty where nothing was typed.</summary>
    public static string Row(string[] column, int row) => row < column.Length ? column[row] ?? "" : "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        if (Debate.Stage is not (DebateStage.Proposed or DebateStage.Framing)) return Redirect(Path);
        Fill();
        Lacking = [.. Debate.Lacks(Today)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        var refusals = new List<Refusal>();
        var typed = Read(refusals);
        var outcome = refusals.Count > 0 ? Outcome.Of(refusals)
            : Warned(("debates.name", Name), ("debates.object", Object), ("debates.place", Place), ("debates.options", string.Join("\n", OptionLabel.Concat(OptionTouched))), ("debates.decided", Decided), ("debates.promise", Promise), ("debates.help.note", HelpNote), ("debates.started-by", StartedBy)) ? PeopleWarning.Refusal
            : await frame.Handle(new(Debate.Id, Version, Name, typed), Actor, stop);
        if (outcome.Accepted)
        {
            Tell("debates.saved");
            return Redirect(Path);
        }

        await Reload(stop);
        Lacking = [.. Debate.Lacks(Today)];
        return Refused(outcome);
    }

    private void Fill()
    {
        (Version, Name, Object, Place, Decided, DeciderName, DeciderRole, Promise) = (Debate.Version, Debate.Name, Debate.Object, Debate.Place, Debate.Decided, Debate.DeciderName, Debate.DeciderRole, Debate.Promise);
        (Latitude, Longitude) = (Debate.Latitude?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "", Debate.Longitude?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "");
        (OptionId, OptionLabel, OptionTouched) = ([.. Debate.Options.Select(o => $"{o.Id}")], [.. Debate.Options.Select(o => o.Label)], [.. Debate.Options.Select(o => o.Touched)]);
        OptionCost = [.. Debate.Options.Select(o => o.CostCents is { } cents ? cents == 0 ? "0" : TypedQuantity.Write(true, cents) : "")];
        (DecidesOn, AnswerDays) = (Debate.DecidesOn is { } day ? LocalDatePattern.Iso.Format(day) : "", $"{Debate.AnswerDays}");
        Delegation = Debate.Delegation is { } share ? EnumWords.Write(share) : "";
        (PhaseStep, PhaseMethod) = ([.. Debate.Phases.Select(p => EnumWords.Write(p.Step))], [.. Debate.Phases.Select(p => EnumWords.Write(p.Method))]);
        (PhaseStart, PhaseEnd) = ([.. Debate.Phases.Select(p => p.StartsOn)], [.. Debate.Phases.Select(p => p.EndsOn)]);
        (HelpAmount, HelpNote) = (Debate.HelpCents is { } help ? help == 0 ? "0" : TypedQuantity.Write(true, help) : "", Debate.HelpNote);
        (Identity, Figure, StartedBy) = (EnumWords.Write(Debate.Identity), EnumWords.Write(Debate.Figure), Debate.StartedBy);
    }

    private DebateFrame Read(List<Refusal> refusals)
    {
        var (latitude, longitude) = (Degrees(Latitude, refusals), Degrees(Longitude, refusals));
        return new(Object.Trim(), Place.Trim(), latitude, longitude, [.. Options(refusals)], Decided.Trim(), DeciderName.Trim(), DeciderRole.Trim(), DayOf(DecidesOn, "DecidesOn", refusals),
            EnumWords.TryRead<Delegation>(Delegation, out var share) ? share : null, Promise.Trim(), int.TryParse(AnswerDays, CultureInfo.InvariantCulture, out var days) ? days : -1, [.. Phases(refusals)], Cents(HelpAmount, "HelpAmount", refusals), HelpNote.Trim(),
            EnumWords.TryRead<DebateIdentity>(Identity, out var identity) ? identity : DebateIdentity.None, EnumWords.TryRead<UserFigure>(Figure, out var figure) ? figure : UserFigure.Citizen, StartedBy.Trim());
    }

    private IEnumerable<DebateOption> Options(List<Refusal> refusals) => Enumerable.Range(0, OptionLabel.Length).Where(i => Row(OptionLabel, i).Trim().Length > 0)
        .Select(i => new DebateOption(Guid.TryParse(Row(OptionId, i), out var id) ? id : Guid.CreateVersion7(), Row(OptionLabel, i).Trim(), Cents(Row(OptionCost, i), "OptionCost", refusals), Row(OptionTouched, i).Trim()));

    private IEnumerable<DebatePhase> Phases(List<Refusal> refusals)
    {
        for (var i = 0; i < PhaseStart.Length; i++)
        {
            if (Row(PhaseStart, i).Length == 0 && Row(PhaseEnd, i).Length == 0) continue;
            if (DayOf(Row(PhaseStart, i), "PhaseStart", refusals) is not { } start || DayOf(Row(PhaseEnd, i), "PhaseStart", refusals) is not { } end
                || !EnumWords.TryRead<DebateStep>(Row(PhaseStep, i), out var step) || !EnumWords.TryRead<DebateMethod>(Row(PhaseMethod, i), out var method))
            {
                if (refusals.Count == 0) refusals.Add(new("debates.phases.half", "PhaseStart"));
                continue;
            }

            yield return new(Guid.CreateVersion7(), step, method, LocalDatePattern.Iso.Format(start), LocalDatePattern.Iso.Format(end));
        }
    }

    private static LocalDate? DayOf(string typed, string field, List<Refusal> refusals)
    {
        if (typed.Trim().Length == 0) return null;
        if (LocalDatePattern.Iso.Parse(typed.Trim()) is { Success: true } read) return read.Value;
        refusals.Add(new("debates.day.wrong", field));
        return null;
    }

    private static long? Cents(string typed, string field, List<Refusal> refusals)
    {
        if (typed.Trim().Length == 0) return null;
        if (NumberCells.Decimal(typed) is { HasValue: true, Value: 0 }) return 0;
        if (TypedQuantity.Read(true, typed, DebateOption.MostCents) is { } cents) return cents;
        refusals.Add(new("debates.amount.wrong", field));
        return null;
    }

    private static double? Degrees(string typed, List<Refusal> refusals)
    {
        if (typed.Trim().Length == 0) return null;
        if (double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees)) return degrees;
        refusals.Add(new("debates.place.wrong", "Latitude"));
        return null;
    }
}
