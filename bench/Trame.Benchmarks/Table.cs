using System.Globalization;

namespace Trame.Benchmarks;

/// <summary>Everything that was measured, as one table at the end.</summary>
internal static class Table
{
    private static readonly List<string[]> Rows = [];

    public static void Add(string what, string size, string median, string p95, string reference)
    {
        Rows.Add([what, size, median, p95, reference]);
        Console.WriteLine($"  {what}: {median} (p95 {p95}) {reference}");
    }

    public static void Add(string what, string size, Timings times, string reference = "") =>
        Add(what, size, Milliseconds(times.Median), Milliseconds(times.P95), reference);

    public static string Milliseconds(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms";

    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| what | data | median | p95 | beside |");
        Console.WriteLine("|---|---|---:|---:|---|");
        foreach (var row in Rows) Console.WriteLine($"| {string.Join(" | ", row)} |");
        Console.WriteLine();
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        Console.WriteLine($"{Environment.ProcessorCount} cores, load average {load} at the end, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
    }
}
