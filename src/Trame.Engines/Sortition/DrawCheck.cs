using System.Globalization;
using System.Text.RegularExpressions;

namespace Trame.Engines.Sortition;

/// <summary>Reads a published draw line by line and stops at the first line that is not what recomputing it gives.</summary>
internal sealed class DrawCheck(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private readonly Dictionary<string, int> _places = [];
    private readonly List<(int Line, string Id, double Probability, int Said, int Found)> _people = [];
    private readonly List<string[]> _panels = [];
    private int _at;

    private sealed class FlawException(DrawFlaw flaw, int line, string said, string found) : Exception
    {
        public DrawVerdict Verdict { get; } = new(flaw, line, said, found, "", 0, null, []);
    }

    public DrawVerdict Verdict()
    {
        try
        {
            Expect(Value(PublicDraw.Mark), "1", DrawFlaw.Format);
            Value("rule");
            var (size, people, panels) = (Count("size"), Count("people"), Count("panels"));
            var error = (Line: _at + 1, Said: Value("error"));
            while (Peek() == "source") Value("source");
            for (var i = 0; i < people; i++) Person();
            for (var number = 1; number <= panels; number++) Panel(number, size);
            Totals(size, panels, error);
            var above = string.Join('\n', _lines.Take(_at)) + "\n";
            var commitment = PublicDraw.Hash(above);
            Expect(Value("commitment"), commitment, DrawFlaw.Commitment);
            var drawn = Drawn(panels);
            return new(null, 0, "", "", commitment, panels, drawn, drawn is { } chosen ? _panels[chosen - 1] : []);
        }
        catch (FlawException found)
        {
            return found.Verdict;
        }
    }

    private int? Drawn(int panels)
    {
        int? drawn = null;
        if (Peek().Length > 0)
        {
            var values = Value("values");
            Expect(Value("seed"), PublicDraw.Hash(values), DrawFlaw.Seed);
            drawn = PublicDraw.Drawn(values, panels);
            Expect(Value("drawn"), drawn.Value.ToString(CultureInfo.InvariantCulture), DrawFlaw.Drawn);
        }
        if (_at != _lines.Length - 1 || _lines[_at].Length > 0) throw Flaw(DrawFlaw.Format, _at < _lines.Length ? _lines[_at] : "", "");
        return drawn;
    }

    private void Person()
    {
        var cells = Cells("person", 4);
        if (!double.TryParse(cells[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var probability) || probability > 1) throw Flaw(DrawFlaw.Format, cells[2], "0…1");
        if (!_places.TryAdd(cells[1], _people.Count)) throw Flaw(DrawFlaw.Member, cells[1], "");
        _people.Add((_at, cells[1], probability, Whole(cells[3]), 0));
    }

    private void Panel(int number, int size)
    {
        var cells = Cells("panel", null);
        if (cells.Length < 2 || cells[1] != number.ToString(CultureInfo.InvariantCulture)) throw Flaw(DrawFlaw.Number, cells.ElementAtOrDefault(1) ?? "", number.ToString(CultureInfo.InvariantCulture));
        var members = cells[2..];
        if (members.Length != size) throw Flaw(DrawFlaw.Size, members.Length.ToString(CultureInfo.InvariantCulture), size.ToString(CultureInfo.InvariantCulture));
        var last = -1;
        foreach (var member in members)
        {
            if (!_places.TryGetValue(member, out var place) || place <= last) throw Flaw(DrawFlaw.Member, member, "");
            _people[place] = _people[place] with { Found = _people[place].Found + 1 };
            last = place;
        }
        _panels.Add(members);
    }

    private void Totals(int size, int panels, (int Line, string Said) error)
    {
        foreach (var (line, _, _, said, found) in _people)
            if (said != found) throw new FlawException(DrawFlaw.Count, line, said.ToString(CultureInfo.InvariantCulture), found.ToString(CultureInfo.InvariantCulture));
        var sum = _people.Sum(p => p.Probability);
        if (Math.Abs(sum - size) > 1e-9 * Math.Max(1000, _people.Count)) throw new FlawException(DrawFlaw.Sum, error.Line, sum.ToString("F9", CultureInfo.InvariantCulture), size.ToString(CultureInfo.InvariantCulture));
        var largest = _people.Max(p => Math.Abs((double)p.Found / panels - p.Probability));
        if (!double.TryParse(error.Said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var told) || Math.Abs(told - largest) > 2e-9)
            throw new FlawException(DrawFlaw.Error, error.Line, error.Said, largest.ToString("F9", CultureInfo.InvariantCulture));
    }

    private string Peek() => _at < _lines.Length ? _lines[_at].Split('\t')[0] : "";

    private string Value(string name) => Cells(name, 2)[1];

    private int Count(string name) => Whole(Value(name)) is > 0 and var count ? count : throw Flaw(DrawFlaw.Format, "0", "1…");

    private int Whole(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Flaw(DrawFlaw.Format, cell, "0…9");

    /// <summary>The cells of the next line, which must have this name.</summary>
    private string[] Cells(string name, int? count)
    {
        if (Peek() != name) throw new FlawException(DrawFlaw.Format, _at + 1, Peek(), name);
        var cells = _lines[_at++].Split('\t');
        if (count is { } expected && cells.Length != expected) throw Flaw(DrawFlaw.Format, cells.Length.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture));
        return [.. cells.Select(cell => Regex.Replace(cell, @"\\(.)", m => m.Groups[1].Value switch { "t" => "\t", "n" => "\n", "r" => "\r", var other => other }))];
    }

    private void Expect(string said, string found, DrawFlaw flaw)
    {
        if (said != found) throw Flaw(flaw, said, found);
    }

    private FlawException Flaw(DrawFlaw flaw, string said, string found) => new(flaw, _at, said, found);
}
