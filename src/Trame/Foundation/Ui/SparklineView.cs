using System.Globalization;

namespace Trame.Foundation.Ui;

/// <summary>A small line of one figure over time. A period without measurement is a gap, never a zero.</summary>
/// <param name="Title">What is drawn, and what it did, in a sentence: read in place of the drawing.</param>
public sealed record SparklineView(string Title, IReadOnlyList<SparklineView.Point> Points)
{
    public const int Width = 200;
    public const int Height = 40;

    /// <summary>Each unbroken stretch, as the points of an SVG polyline in a box of <see cref="Width"/> by <see cref="Height"/>; a lone point is drawn as a short dash.</summary>
    public IReadOnlyList<string> Stretches()
    {
        var known = Points.Where(p => p.Value is not null).Select(p => p.Value!.Value).ToList();
        if (known.Count == 0) return [];
        var (low, high) = (known.Min(), known.Max());
        var across = (double)Width / Math.Max(1, Points.Count - 1);
        var all = new List<List<string>> { new() };
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Value is not { } value)
            {
                all.Add([]);
                continue;
            }

            var y = high > low ? Height - 2 - ((value - low) / (high - low) * (Height - 4)) : Height / 2.0;
            all[^1].Add(string.Create(CultureInfo.InvariantCulture, $"{i * across:0.#},{y:0.#}"));
        }

        return [.. all.Where(stretch => stretch.Count > 0).Select(stretch => string.Join(' ', stretch.Count == 1 ? [stretch[0], stretch[0]] : stretch))];
    }

    /// <param name="Value">Null when nothing was measured or may be told.</param>
    public sealed record Point(string Label, double? Value, string ValueText);
}
