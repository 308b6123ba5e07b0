using NodaTime;
using NodaTime.Text;

namespace Trame.Include.Accessibility;

/// <summary>The ledger of docs/accessibility.md, read as it was written: the page says exactly what the file says.</summary>
public sealed record Ledger(IReadOnlyList<LedgerTheme> Themes)
{
    private const string Resource = "Trame.accessibility.md";

    public IEnumerable<Criterion> Criteria => Themes.SelectMany(t => t.Criteria);

    public LocalDate LastLook => Criteria.Max(c => c.On) ?? throw new FormatException("The ledger of accessibility bears no date.");

    public int Count(CriterionState state) => Criteria.Count(c => c.State == state);

    internal static Ledger Shipped()
    {
        using var file = typeof(Ledger).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly: see Trame.csproj.");
        using var reader = new StreamReader(file);
        return Read(reader.ReadToEnd());
    }

    /// <exception cref="FormatException">A line is not what the head of the file says; the message names it.</exception>
    public static Ledger Read(string markdown)
    {
        var themes = new List<LedgerTheme>();
        var criteria = new List<Criterion>();
        foreach (var line in markdown.Split('\n').Select(l => l.Trim()))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                criteria = [];
                themes.Add(Theme(line[3..], criteria));
            }
            else if (line.StartsWith('|') && char.IsAsciiDigit(line.TrimStart('|', ' ')[0])) criteria.Add(Line(line));
        }

        return new(themes);
    }

    private static LedgerTheme Theme(string title, List<Criterion> criteria) => title.Split(" / ") is [var french, var english]
        ? new(french, english, criteria)
        : throw new FormatException($"« {title} »: a theme is « number French / English ».");

    private static Criterion Line(string line)
    {
        if (line.Trim('|').Split('|', StringSplitOptions.TrimEntries) is not [var number, var french, var english, var state, var date, var seen])
            throw new FormatException($"« {line} »: a criterion has six cells.");
        var on = date.Length == 0 ? (LocalDate?)null : LocalDatePattern.Iso.Parse(date).GetValueOrThrow();
        var known = state switch
        {
            "à faire" => CriterionState.ToDo,
            "vérifié" => CriterionState.Checked,
            "non applicable" => CriterionState.NotApplicable,
            _ => throw new FormatException($"« {line} »: the state is « vérifié », « non applicable » or « à faire »."),
        };
        if (known != CriterionState.ToDo && (on is null || seen.Length == 0)) throw new FormatException($"« {line} »: say when it was looked at, and what was seen.");
        return new(number, french, english, known, on, seen);
    }
}
