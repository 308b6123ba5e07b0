using System.Globalization;
using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Files;
using Trame.Engines.OpinionMap.Robust;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Debates;

/// <summary>The map in plain words. Counts and shares only: never where a person stands.</summary>
internal static class OpinionsReport
{
    private const int Told = 5;
    private const int SmallGroup = 11; // the usual threshold of secrecy

    public static void Print(OpinionMapResult map, IReadOnlyList<Comment> comments, double seconds)
    {
        var words = comments.ToDictionary(c => c.Id, c => c.Text);
        Say("debates.opinions.size", map.Missing.Participants, map.Statements.Count, Percent(map.Missing.Filled), seconds.ToString("0.00", CultureInfo.CurrentUICulture));
        if (map.Missing.Participants == 0) { Say("debates.opinions.nobody"); return; }
        Say(Answer(map), map.Groups.Count, Percent(map.Stability?.Rand ?? 0), map.Stability is { } proof ? proof.P.ToString("0.000", CultureInfo.CurrentUICulture) : "");
        foreach (var group in map.Groups) Group(group, words);
        List("debates.opinions.consensus", "debates.opinions.consensus.none", map.Consensus, words, s => Texts.Get(s.Agree ? "debates.opinions.agree" : "debates.opinions.disagree", Percent(s.P), Percent(s.Low), Percent(s.High)));
        List("debates.opinions.bridging", "debates.opinions.bridging.none", map.Bridging, words, s => Texts.Get(s.Agree ? "debates.opinions.agree" : "debates.opinions.disagree", Percent(s.P), Percent(s.Low), Percent(s.High)));
        var dividing = map.Statements.Where(s => s.Polarisation >= 0.25).OrderByDescending(s => s.Polarisation).Take(Told).ToList();
        if (dividing.Count > 0) Say("debates.opinions.dividing");
        foreach (var statement in dividing) Console.WriteLine($"  {Name(statement.Comment, words)} : {Texts.Get("debates.opinions.divides", Percent(statement.Polarisation))}");
        Missing(map);
    }

    private static string Answer(OpinionMapResult map) => map.Stability?.Answer switch
    {
        null => "debates.opinions.answer.reference",
        GroupAnswer.Clear => "debates.opinions.answer.clear",
        GroupAnswer.Tendencies => "debates.opinions.answer.tendencies",
        _ => "debates.opinions.answer.none",
    };

    private static void Group(OpinionGroup group, Dictionary<long, string> words)
    {
        Say("debates.opinions.group", Letter(group.Id), Texts.CountOf("debates.opinions.people", group.Size));
        if (group.Size < SmallGroup) Say("debates.opinions.small", SmallGroup);
        if (group.Representative.Count == 0) Say("debates.opinions.nothing-own");
        foreach (var statement in group.Representative.Take(Told))
            Console.WriteLine($"    {Name(statement.Comment, words)} : {Texts.Get(statement.Agree ? "debates.opinions.agree" : "debates.opinions.disagree", Percent(statement.P), Percent(statement.Low), Percent(statement.High))}");
    }

    private static void List(string title, string none, IReadOnlyList<StatementView> statements, Dictionary<long, string> words, Func<StatementView, string> told)
    {
        Say(statements.Count == 0 ? none : title);
        foreach (var statement in statements.Take(Told)) Console.WriteLine($"  {Name(statement.Comment, words)} : {told(statement)}");
    }

    private static void Missing(OpinionMapResult map)
    {
        Say("debates.opinions.missing");
        Console.WriteLine("  " + Texts.CountOf("debates.opinions.missing.few", map.Missing.TooFewVotes, map.Missing.MedianVotes.ToString("0.#", CultureInfo.CurrentUICulture)));
        if (map.Missing.LittleSeen.Count > 0) Console.WriteLine("  " + Texts.CountOf("debates.opinions.missing.statements", map.Missing.LittleSeen.Count, string.Join(", ", map.Missing.LittleSeen.Take(Told).Select(s => s.Comment))));
        foreach (var group in map.Missing.Groups.Where(g => g.IsUnderRepresented)) Console.WriteLine("  " + Texts.Get("debates.opinions.missing.group", Letter(group.Id), Percent(group.People), Percent(group.Votes)));
    }

    private static void Say(string key, params object?[] args) => Console.WriteLine(Texts.Get(key, args));

    private static char Letter(int group) => (char)('A' + group);

    private static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.CurrentUICulture) + "\u00A0%";

    private static string Name(long comment, Dictionary<long, string> words) => words.TryGetValue(comment, out var text) && text.Length > 0
        ? Texts.Get("debates.opinions.statement", comment, OneLine(text))
        : Texts.Get("debates.opinions.number", comment);

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= 110 ? line : line[..109] + "…";
    }
}
