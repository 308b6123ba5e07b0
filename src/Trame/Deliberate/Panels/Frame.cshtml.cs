using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Tables;

namespace Trame.Deliberate.Panels;

/// <summary>What the convention promises, and whom the panel must hold: one line for each value of each category.</summary>
public sealed class FramePage(TrameDb db, FrameConvention frame) : ConventionPage(db)
{
    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string Question { get; set; } = "";
    [BindProperty] public string Decider { get; set; } = "";
    [BindProperty] public string Promise { get; set; } = "";
    [BindProperty] public string Seats { get; set; } = "";
    [BindProperty] public string Reserves { get; set; } = "";
    [BindProperty] public string Letters { get; set; } = "";
    [BindProperty] public string Eligibility { get; set; } = "";
    [BindProperty] public string AnswersUntil { get; set; } = "";
    [BindProperty] public string DrawsOn { get; set; } = "";
    [BindProperty] public string DrawPlace { get; set; } = "";
    [BindProperty] public string Source { get; set; } = "";
    [BindProperty] public string Allowance { get; set; } = "";
    [BindProperty] public string Help { get; set; } = "";

    /// <summary>« âge ; 16-24 ans ; 3 ; 5 », one line each.</summary>
    [BindProperty] public string Values { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        if (Convention.Stage is not (ConventionStage.Draft or ConventionStage.Open)) return Redirect(Path);
        var f = Convention.Frame;
        (Version, Name, Question, Decider, Promise, Eligibility, DrawPlace, Source, Help) = (Convention.Version, Convention.Name, f.Question, f.Decider, f.Promise, f.Eligibility, f.DrawPlace, f.Source, f.Help);
        (Seats, Reserves, Letters) = (Number(f.Seats), Number(f.Reserves), Number(f.Letters));
        (AnswersUntil, DrawsOn) = (Written(f.AnswersUntil), Written(f.DrawsOn));
        Allowance = f.AllowanceCents is { } cents ? cents == 0 ? "0" : TypedQuantity.Write(true, cents) : "";
        Values = string.Join('\n', f.Values.Select(v => $"{v.Category} ; {v.Value} ; {v.Min} ; {v.Max}"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        var refusals = new List<Refusal>();
        var typed = new ConventionFrame(Question.Trim(), Decider.Trim(), Promise.Trim(), Whole(Seats), Whole(Reserves), Whole(Letters), Eligibility.Trim(), DayOf(AnswersUntil, "AnswersUntil", refusals), DayOf(DrawsOn, "DrawsOn", refusals),
            DrawPlace.Trim(), Source.Trim(), Cents(refusals), Help.Trim(), [.. Read(refusals)]);
        var outcome = refusals.Count > 0 ? Outcome.Of(refusals)
            : Warned(("convention.name", Name), ("convention.question", Question), ("convention.promise", Promise), ("convention.eligibility", Eligibility), ("convention.values", Values), ("convention.help", Help)) ? PeopleWarning.Refusal
            : await frame.Handle(new(Convention.Id, Version, Name, typed), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("convention.saved");
        return Redirect(Path);
    }

    private List<PanelValue> Read(List<Refusal> refusals)
    {
        var read = new List<PanelValue>();
        foreach (var (index, line) in Values.Split('\n').Select(l => l.Trim()).Index().Where(l => l.Item.Length > 0))
        {
            var cells = line.Split([';', '\t'], StringSplitOptions.TrimEntries);
            if (cells.Length != 4 || cells[0].Length is 0 or > PanelValue.WordLength || cells[1].Length is 0 or > PanelValue.WordLength || !int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var min) || !int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var max) || max < min)
                refusals.Add(new("convention.values.line", "Values", $"{index + 1}", line.Length > 80 ? line[..80] : line));
            else if (read.Any(v => v.Category.Equals(cells[0], StringComparison.CurrentCultureIgnoreCase) && v.Value.Equals(cells[1], StringComparison.CurrentCultureIgnoreCase))) refusals.Add(new("convention.values.twice", "Values", $"{index + 1}", cells[1]));
            else read.Add(new(read.Find(v => v.Category.Equals(cells[0], StringComparison.CurrentCultureIgnoreCase))?.Category ?? cells[0], cells[1], min, max));
        }

        if (read.Count > PanelValue.Most) refusals.Add(new("convention.values.many", "Values", $"{PanelValue.Most}"));
        return read;
    }

    private long? Cents(List<Refusal> refusals)
    {
        if (Allowance.Trim().Length == 0) return null;
        if (NumberCells.Decimal(Allowance) is { HasValue: true, Value: 0 }) return 0;
        if (TypedQuantity.Read(true, Allowance, RunPanel.MostCents) is { } cents) return cents;
        refusals.Add(new("debates.amount.wrong", "Allowance"));
        return null;
    }

    private static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Written(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static LocalDate? DayOf(string typed, string field, List<Refusal> refusals)
    {
        if (typed.Trim().Length == 0) return null;
        if (LocalDatePattern.Iso.Parse(typed.Trim()) is { Success: true } read) return read.Value;
        refusals.Add(new("debates.day.wrong", field));
        return null;
    }
}
