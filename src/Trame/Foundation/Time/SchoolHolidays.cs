using NodaTime;
using NodaTime.Text;

namespace Trame.Foundation.Time;

/// <summary>School holidays of one zone, from a dated file. Outside the years that the file covers the answer is "not known", never a guess.</summary>
public sealed class SchoolHolidays
{
    private readonly List<(LocalDate From, LocalDate To, string Name)> _periods;

    private SchoolHolidays(SchoolZone zone, LocalDate from, LocalDate to, List<(LocalDate, LocalDate, string)> periods) =>
        (Zone, KnownFrom, KnownTo, _periods) = (zone, from, to, periods);

    public SchoolZone Zone { get; }
    /// <summary>First and last day for which the file answers.</summary>
    public LocalDate KnownFrom { get; }
    public LocalDate KnownTo { get; }

    public bool? IsHoliday(LocalDate date) =>
        date < KnownFrom || date > KnownTo ? null : _periods.Exists(p => date >= p.From && date <= p.To);

    /// <summary>Name of the holidays ("Vacances de printemps") as the ministry writes it; null outside them or when not known.</summary>
    public string? NameAt(LocalDate date) => _periods.Find(p => date >= p.From && date <= p.To).Name;

    /// <summary>Reads data/calendar/school-holidays-fr.csv beside the program.</summary>
    public static SchoolHolidays French(SchoolZone zone)
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "data", "calendar", "school-holidays-fr.csv"));
        return Read(file, zone);
    }

    /// <summary>Lines "zone,from,to,name"; # starts a comment; a line named "coverage" bounds what is known. Our own file: a bad line is a bug and throws.</summary>
    public static SchoolHolidays Read(TextReader file, SchoolZone zone)
    {
        var periods = new List<(LocalDate, LocalDate, string)>();
        (LocalDate From, LocalDate To)? known = null;
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("zone,", StringComparison.Ordinal)) continue;
            var cells = line.Split(',', 4);
            if (cells[0] != "*" && cells[0] != zone.ToString()) continue;
            var (from, to) = (LocalDatePattern.Iso.Parse(cells[1]).Value, LocalDatePattern.Iso.Parse(cells[2]).Value);
            if (cells[3] == "coverage") known = (from, to);
            else periods.Add((from, to, cells[3]));
        }
        if (known is not { } bounds) throw new InvalidDataException("The file does not say which days it covers");
        return new SchoolHolidays(zone, bounds.From, bounds.To, periods);
    }
}
