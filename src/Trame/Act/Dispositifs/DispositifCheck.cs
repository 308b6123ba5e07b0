namespace Trame.Act.Dispositifs;

/// <summary>What a dispositif says against itself: a word said twice, a word that names nothing, a composition nobody can meet, bounds in the wrong order.</summary>
internal static class DispositifCheck
{
    internal sealed record Contradiction(string Path, string TextKey, params object[] Args);

    public static IEnumerable<Contradiction> Of(Dispositif it) =>
        [.. Twice(it), .. Nameless(it), .. Orders(it), .. it.Bodies.SelectMany((body, n) => Unmeetable(body, $"/instances/{n}"))];

    private static IEnumerable<Contradiction> Twice(Dispositif it) =>
    [
        .. Doubles("/phases", it.Phases.Select(p => p.Key)), .. Doubles("/pieces", it.Documents.Select(p => p.Key)), .. Doubles("/montants", it.Amounts.Select(p => p.Key)),
        .. Doubles("/instances", it.Bodies.Select(p => p.Key)), .. it.Bodies.SelectMany((b, n) => Doubles($"/instances/{n}/sieges", b.Seats.Select(s => s.Key))),
    ];

    private static IEnumerable<Contradiction> Doubles(string list, IEnumerable<string> keys) =>
        keys.Select((key, n) => (key, n)).GroupBy(k => k.key).SelectMany(g => g.Skip(1)).Select(k => new Contradiction($"{list}/{k.n}/cle", "dispositifs.fault.twice", k.key));

    private static IEnumerable<Contradiction> Nameless(Dispositif it)
    {
        var (documents, phases, amounts) = (it.Documents.Select(d => d.Key).ToHashSet(), it.Phases.Select(p => p.Key).ToHashSet(), it.Amounts.Select(a => a.Key).ToHashSet());
        foreach (var (phase, n) in it.Phases.Select((p, n) => (p, n)))
            foreach (var (document, k) in (phase.Documents ?? []).Select((d, k) => (d, k)))
                if (!documents.Contains(document)) yield return new($"/phases/{n}/pieces/{k}", "dispositifs.fault.no-document", document);
        foreach (var (body, n) in it.Bodies.Select((b, n) => (b, n)))
            if (body.From is { } from && !phases.Contains(from)) yield return new($"/instances/{n}/des", "dispositifs.fault.no-phase", from);
        foreach (var (rule, n) in it.Rules.Select((r, n) => (r, n)))
            foreach (var line in rule.Sum.Concat(rule.Within ?? []).Where(l => !amounts.Contains(l)))
                yield return new($"/regles/{n}", "dispositifs.fault.no-amount", line);
    }

    private static IEnumerable<Contradiction> Orders(Dispositif it)
    {
        if (it.Years is { From: { } from, To: { } to } && to < from) yield return new("/annees/fin", "dispositifs.fault.years", from, to);
        foreach (var (phase, n) in it.Phases.Select((p, n) => (p, n)))
            if (phase is { LeastMonths: { } least, Months: { } most } && least > most) yield return new($"/phases/{n}/mois-min", "dispositifs.fault.months", phase.Name, least, most);
        foreach (var (rule, n) in it.Rules.Select((r, n) => (r, n)))
        {
            if (rule is { Least: null, Most: null }) yield return new($"/regles/{n}", "dispositifs.fault.no-bound", rule.Text);
            if (rule is { Least: { } least, Most: { } most } && least > most) yield return new($"/regles/{n}/min", "dispositifs.fault.bounds", rule.Text);
        }
    }

    // Seats a body can never fill, and which.
    private static IEnumerable<Contradiction> Unmeetable(Dispositif.Body body, string path)
    {
        foreach (var (seats, n) in body.Seats.Select((s, n) => (s, n)))
            if (seats.Most < seats.Least) yield return new($"{path}/sieges/{n}/min", "dispositifs.fault.seats", seats.Name, seats.Least, seats.Most);
        if (body.Most < body.Seats.Sum(s => (long)s.Least))
            yield return new($"{path}/total-max", "dispositifs.fault.total", body.Name, body.Most, body.Seats.Sum(s => (long)s.Least), string.Join(", ", body.Seats.Where(s => s.Least > 0).Select(s => $"{s.Name} ({s.Least})")));
        var shares = body.Seats.Where(s => s.Share > 0).ToList();
        if (shares.Sum(s => s.Share!.Value) > 1 + 1e-9)
            yield return new($"{path}/sieges", "dispositifs.fault.shares", body.Name, string.Join(", ", shares.Select(s => s.Name)));
        foreach (var (seats, n) in body.Seats.Select((s, n) => (s, n)).Where(s => s.s.Share > 0))
        {
            // With everybody else as few as allowed and these as many as allowed, their part is the largest it can be.
            var (others, most) = (body.Seats.Where(s => s != seats).Sum(s => (long)s.Least), seats.Most ?? long.MaxValue / 4);
            if (body.Most is { } all) most = Math.Min(most, all - others);
            if (most < 0 || others > 0 && most < seats.Share * (most + others) - 1e-9) yield return new($"{path}/sieges/{n}/part-min", "dispositifs.fault.share", seats.Name, seats.Share!.Value.ToString("P0", System.Globalization.CultureInfo.CurrentUICulture), others);
        }
    }
}
