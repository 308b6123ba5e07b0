using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Act.Dispositifs;

/// <summary>Where a run stands on a day: its phase, what is late, and what its own rules forbid as long as something is missing.</summary>
public sealed class RunState
{
    private readonly DispositifRun _run;

    public RunState(DispositifRun run, LocalDate today)
    {
        _run = run;
        Rules = DispositifFile.Of(run.Rules);
        Number = NumberOf(run.Phase);
        Phase = Rules.Phases[Number];
        Deadline = Phase.Months is { } months ? run.PhaseSince.PlusMonths(months + (run.Extended.Length > 0 ? Phase.Extension?.Months ?? 0 : 0)) : null;
        DaysLate = run.EndedOn is null && Deadline is { } due && today > due ? Period.DaysBetween(due, today) : 0;
        Earliest = Phase.LeastMonths is { } least ? run.PhaseSince.PlusMonths(least) : null;
        Forbids = [.. Papers(), .. Compositions(), .. Money(), .. TooEarly(today)];
    }

    public Dispositif Rules { get; }

    /// <summary>From 0.</summary>
    public int Number { get; }

    public Dispositif.Phase Phase { get; }

    public Dispositif.Phase? Next => Rules.Phases.ElementAtOrDefault(Number + 1);

    public LocalDate? Deadline { get; }

    public LocalDate? Earliest { get; }

    public int DaysLate { get; }

    /// <summary>What keeps the phase from ending, each with its reason.</summary>
    public IReadOnlyList<Refusal> Forbids { get; }

    public bool MayExtend => _run.EndedOn is null && Phase.Extension is not null && _run.Extended.Length == 0;

    public int Filled(Dispositif.Body body, Dispositif.Seats seats) => _run.Seats.GetValueOrDefault($"{body.Key}.{seats.Key}");

    private int NumberOf(string phase) => Rules.Phases.Index().FirstOrDefault(p => p.Item.Key == phase).Index;

    private IEnumerable<Refusal> Papers() =>
        (Phase.Documents ?? []).Where(d => !_run.Documents.ContainsKey(d)).Select(d => new Refusal("dispositifs.forbids.document", null, Rules.Documents.First(x => x.Key == d).Name));

    private IEnumerable<Refusal> Compositions()
    {
        foreach (var body in Rules.Bodies.Where(b => b.From is not { } from || Number >= NumberOf(from)))
        {
            var all = body.Seats.Sum(s => (long)Filled(body, s));
            foreach (var seats in body.Seats)
            {
                var filled = Filled(body, seats);
                if (filled < seats.Least) yield return new("dispositifs.forbids.seats", null, body.Name, $"{seats.Least - filled}", seats.Name, $"{filled}", $"{seats.Least}");
                else if (filled > seats.Most) yield return new("dispositifs.forbids.too-many", null, body.Name, seats.Name, $"{filled}", $"{seats.Most}");
                else if (seats.Share is { } share && filled < share * all - 1e-9) yield return new("dispositifs.forbids.share", null, body.Name, seats.Name, share.ToString("P0", System.Globalization.CultureInfo.CurrentUICulture));
            }

            if (all > body.Most) yield return new("dispositifs.forbids.total", null, body.Name, $"{all}", $"{body.Most}");
        }
    }

    private IEnumerable<Refusal> Money()
    {
        foreach (var rule in Rules.Rules)
        {
            var sum = rule.Sum.Sum(l => _run.Amounts.GetValueOrDefault(l));
            if (rule.Within is { } within)
            {
                var all = within.Sum(l => _run.Amounts.GetValueOrDefault(l));
                if (all == 0) continue; // nothing written yet: nothing to compare
                if (sum < rule.Least * all || sum > rule.Most * all) yield return new("dispositifs.forbids.rule", null, rule.Text, (sum / all).ToString("P1", System.Globalization.CultureInfo.CurrentUICulture));
            }
            else if (sum < rule.Least || sum > rule.Most) yield return new("dispositifs.forbids.rule", null, rule.Text, sum.ToString("N0", System.Globalization.CultureInfo.CurrentUICulture));
        }
    }

    private IEnumerable<Refusal> TooEarly(LocalDate today) =>
        Earliest is { } earliest && today < earliest ? [new("dispositifs.forbids.early", null, Phase.Name, earliest.ToString("d MMMM uuuu", System.Globalization.CultureInfo.CurrentUICulture))] : [];
}
