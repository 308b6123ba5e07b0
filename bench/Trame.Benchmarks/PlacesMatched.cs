using System.Diagnostics;
using System.Globalization;
using Trame.Registers.Sources;
using Trame.Tests.Registers.Sources;

namespace Trame.Benchmarks;

/// <summary>Which known place each row of a list is: time and truth on made-up lists, of which it is known what each row is.</summary>
internal static class PlacesMatched
{
    public static void Run()
    {
        foreach (var places in (int[])[4_000, 20_000, 100_000]) Measure(new Duplicates(2, places));
    }

    private static void Measure(Duplicates lists)
    {
        var (started, worked) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var match = new MatchPlaces(lists.Known);
        var best = lists.Asked.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(a => match.Of(a.Card, most: 1).FirstOrDefault()).ToList();
        var (took, processor) = (Stopwatch.GetElapsedTime(started).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - worked).TotalSeconds);
        var answers = lists.Asked.Zip(best).ToList();
        var known = answers.Count(a => a.First.Truth is not null);
        foreach (var above in (double[])[Resemblance.Ask, Resemblance.Sure])
        {
            var said = answers.Where(a => a.Second is { } found && found.Likeness >= above).ToList();
            var right = said.Count(a => a.Second!.Key == a.First.Truth);
            Table.Add(string.Create(CultureInfo.InvariantCulture, $"{lists.Known.Count:N0} places, from a likeness of {above}"), string.Create(CultureInfo.InvariantCulture, $"{lists.Asked.Count:N0} rows, {known:N0} of them known"),
                string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"), string.Create(CultureInfo.InvariantCulture, $"{processor:0.0} s of processor"), string.Create(CultureInfo.InvariantCulture, $"precision {(double)right / said.Count:0.0000}, recall {(double)right / known:0.0000}"));
        }
    }
}
