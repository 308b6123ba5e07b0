using Trame.Engines.Secrecy;
using Trame.Foundation.Tables;

namespace Trame.Observe.Indicators;

/// <summary>What <c>trame suppress</c> was asked.</summary>
internal sealed record SuppressRequest(IReadOnlyList<FileInfo> Files, IReadOnlyList<string> Dims, string Totals, IReadOnlyList<string> Hierarchies, string Count, string? Value, string? Max,
    PrimaryRules Rules, SuppressionOptions Options, double Seconds)
{
    public static IReadOnlyList<string> Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The code of the whole of a dimension: « Total », or « Total,NUTS=FR » where one differs.</summary>
    public string Total(string dimension)
    {
        var words = Split(Totals);
        return words.FirstOrDefault(w => w.StartsWith(dimension + "=", StringComparison.Ordinal))?[(dimension.Length + 1)..] ?? words.FirstOrDefault(w => !w.Contains('=', StringComparison.Ordinal)) ?? "Total";
    }

    /// <summary>The file of a dimension's hierarchy, or null: one level.</summary>
    public FileInfo? Hierarchy(string dimension) => Hierarchies.FirstOrDefault(h => h.StartsWith(dimension + "=", StringComparison.Ordinal)) is { } said ? new(said[(dimension.Length + 1)..]) : null;

    public TableProblem? Wrong()
    {
        if (Files.Count == 0) return new("suppress.no-table");
        if (Dims.Count == 0) return new("suppress.no-dims");
        foreach (var said in Hierarchies)
            if (said.IndexOf('=', StringComparison.Ordinal) is var at && (at < 1 || !Dims.Contains(said[..at]))) return new("suppress.bad-hierarchy", said);
        if (!(Options.Protection is > 0 and <= 1)) return new("suppress.out-of-range", "--protection");
        if (Rules.Dominance is { } share && !(share is > 0 and <= 1)) return new("suppress.out-of-range", "--dominance");
        if (Rules.PPercent is { } closeness && !(closeness is > 0 and <= 1)) return new("suppress.out-of-range", "--p-percent");
        if (!(Rules.Threshold >= 0) || !double.IsFinite(Rules.Threshold)) return new("suppress.not-positive", "--threshold");
        if (!(Seconds is > 0 and <= 1e6)) return new("suppress.not-positive", "--time-limit");
        return (Rules.Dominance ?? Rules.PPercent) is not null && (Value is null || Max is null) ? new("suppress.no-max") : null;
    }
}
