using Trame.Engines.Mixing;
using Trame.Foundation;
using Trame.Foundation.Data;

namespace Trame.Observe.Mixing;

/// <summary>The answer for another program. Field names are a promise; a figure that cannot be measured says why and has no value.</summary>
internal static class MixingJson
{
    public static string Write(AttendanceFile file, LivedMixingResult result, double seconds) => JsonAnswer.Of(new
    {
        result.Moments,
        result.Attendances,
        result.Undeclared,
        Reserved = new { Moments = result.ReservedMoments, Attendances = result.ReservedAttendances },
        Ratio = Of(result.Ratio),
        CrossShare = result.CrossShare is { } share ? new { share.Low, share.High } : null,
        Theil = Of(result.Theil),
        Dissimilarity = Of(result.Dissimilarity),
        Groups = result.Groups.Select(g => new
        {
            Group = file.Groups[g.Group],
            Attendances = g.Isolation is NotMeasurable { Why: TooFew.People } ? null : (long?)g.Attendances, // below the threshold a count is not to be published (R5)
            Isolation = Of(g.Isolation),
            Homophily = Of(g.Homophily),
            Exposure = g.Exposure.Index().ToDictionary(e => file.Groups[e.Index], e => e.Item),
        }),
        Pairs = result.Pairs.Select(p => new { A = file.Groups[p.First], B = file.Groups[p.Second], p.Observed, p.Expected }),
        Places = result.Places.Select(p => new { Place = file.Places[p.Place], p.Moments, p.CrossPairs, Bridge = Of(p.BridgeValue) }),
        seconds,
    });

    private static object Of(Measure measure) => measure switch
    {
        Measured m when double.IsNaN(m.Low) => new { m.Value },
        Measured m => new { m.Value, m.Low, m.High, m.Expected, m.P },
        NotMeasurable { Why: TooFew.People } n => new { NotMeasurable = EnumWords.Write(n.Why), n.Needed },
        NotMeasurable n => new { NotMeasurable = EnumWords.Write(n.Why), n.Found, n.Needed },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
