using System.Globalization;
using NodaTime;
using Trame.Act.Moments;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;
using Trame.Foundation.Text;
using Trame.Registers.Organisations;
using Trame.Registers.Places;

namespace Trame.Demo;

/// <summary>Invents the register: the written occasions where their commune is known, then fillers commune by commune until there are enough.</summary>
internal sealed class DemoRegister(DemoStory story, IReadOnlyList<DemoCommune> communes, DemoSize size, Instant today)
{
    private const string Source = "démonstration (fictif)";
    private static readonly string[] Corners = ["le bourg", "le lavoir", "la gare", "le haut", "les écoles", "le canal", "la ferme", "le pont"];
    private readonly DemoGround _ground = new(communes);
    private readonly DemoDice _dice = new(size.Seed);
    private readonly Dictionary<string, Organisation> _bodies = [];
    private readonly HashSet<(OccasionKind, string)> _slugs = [];
    private readonly Dictionary<string, Guid> _written = [];

    public IReadOnlyCollection<Organisation> Organisations => _bodies.Values;

    public void MakeOrganisations()
    {
        var at = today - Duration.FromDays(600);
        foreach (var body in story.Organisations.Where(b => Find(b.Commune) is not null))
        {
            var organisation = new Organisation(body.OrganisationKind, body.Name, Slug.From(body.Name), Find(body.Commune)!.Id, Source, at) { Id = _dice.Id(at) };
            _bodies[body.Key] = organisation;
        }
    }

    /// <summary>Occasions with the rhythm of what was held there; lazily, so that a million cost no memory.</summary>
    public IEnumerable<(Occasion Occasion, DemoStory.Rhythm? Rhythm)> Occasions()
    {
        var made = 0;
        foreach (var written in story.Occasions.Where(w => Find(w.Commune) is not null))
        {
            if (made++ >= size.Occasions) yield break;
            yield return (Write(written), written.Held);
        }

        // One commune in five has nothing: that is what the observatory is for.
        var lively = communes.Where((c, i) => c.Population > 1500 || i % 5 != 3).ToList();
        for (var turn = 0; made < size.Occasions; turn++)
        {
            foreach (var commune in lively)
            {
                foreach (var filler in story.Fillers.Where((f, i) => turn > 0 || (Index(commune) + i) % f.Every == 0))
                {
                    if (made++ >= size.Occasions) yield break;
                    yield return Fill(filler, commune, turn);
                }
            }
        }
    }

    /// <summary>What waits on the desk; after <see cref="Occasions"/>, which some of it is about.</summary>
    public IEnumerable<Proposal> Proposals()
    {
        foreach (var (told, n) in story.Proposals.Select((p, i) => (p, i + 1)))
        {
            Guid? about = told.About is { } name && _written.TryGetValue(name, out var id) ? id : null;
            var commune = told.Commune is { } insee ? Find(insee) : null;
            if (about is null && commune is null) continue;
            var values = new Dictionary<string, string>(told.Values);
            if (commune is not null) values["territory"] = $"{commune.Id}";
            var at = today - Duration.FromDays(told.Days);
            yield return new Proposal(EnumWords.Read<OccasionKind>(told.Kind), about, values, told.Source, EnumWords.Read<Channel>(told.Channel), string.Create(CultureInfo.InvariantCulture, $"DEMO-{n:0000}"), at) { Id = _dice.Id(at) };
        }
    }

    private Occasion Write(DemoStory.Written written)
    {
        var commune = Find(written.Commune)!;
        var occasion = New(written.OccasionKind, written.Values["name"], commune, today - Duration.FromDays(_dice.Between(200, 540)));
        _written[occasion.Name] = occasion.Id;
        foreach (var (key, value) in written.Values) Say(occasion, key, value);
        occasion.OrganisationId = _bodies.GetValueOrDefault(written.By)?.Id;
        (occasion.Latitude, occasion.Longitude) = _ground.Within(commune, written.At[0], written.At[1]);
        if (written.Stops is { } stops)
            occasion.Stops = [.. stops.Select(s => (Commune: Find(s[0]), Stop: s)).Where(s => s.Commune is not null)
                .Select(s => new Stop($"{s.Commune!.Name}, {s.Stop[1]}", s.Commune.Id, s.Commune.Latitude, s.Commune.Longitude, s.Stop[2]))];
        if (written.Stage is { } stage) (occasion.EarlyStage, occasion.StartsOn) = (stage, written.Values.ContainsKey("starts-on") ? occasion.StartsOn : null);
        if (written.Done is { } done) occasion.Close("Fait, et fêté. On recommence au printemps.", NodaTime.Text.LocalDatePattern.Iso.Parse(done).Value.At(LocalTime.Noon).InUtc().ToInstant()).ThrowIfRefused();
        if (written.Stopped is { } stopped)
        {
            var at = NodaTime.Text.LocalDatePattern.Iso.Parse(stopped).Value.AtMidnight().InUtc().ToInstant();
            occasion.Pause("Plus de bus après 19 h : la moitié du groupe ne pouvait pas rentrer.", at);
        }
        else
        {
            Freshen(occasion, fresh: 0.9);
        }

        if (written.Values["name"].StartsWith("Médiathèque", StringComparison.Ordinal))
            occasion.Hear(OccasionField.Named("hours"), "Tu-Sa 10:00-18:00", "site de la médiathèque", today - Duration.FromDays(20));
        return occasion;
    }

    private (Occasion, DemoStory.Rhythm?) Fill(DemoStory.Filler filler, DemoCommune commune, int turn)
    {
        var (told, summary) = filler.Told((Index(commune) / filler.Every) + turn);
        var name = told.Replace("{de}", commune.Of, StringComparison.Ordinal);
        var occasion = New(filler.OccasionKind, Named(name, turn / filler.Ways), commune, today - Duration.FromDays(_dice.Between(60, 540)));
        Say(occasion, "type", filler.Type);
        foreach (var (key, value) in filler.Values) Say(occasion, key, key == "summary" ? summary : value);
        if (filler.Hours is { } hours) Say(occasion, "hours", _dice.Pick(hours));
        if (commune is { Latitude: not null, Longitude: not null }) (occasion.Latitude, occasion.Longitude) = _ground.Somewhere(commune, _dice.Part(), _dice.Part());

        // Numbers kept for fiction by the regulator (ARCEP): they call nobody.
        if (_dice.Chance(0.7)) Say(occasion, "phone", string.Create(CultureInfo.InvariantCulture, $"04 65 71 {_dice.Between(0, 99):00} {_dice.Between(0, 99):00}"));
        if (_dice.Chance(0.6)) occasion.Access = _dice.Chance(0.5) ? ["step-free"] : ["step-free", "seating"];
        Freshen(occasion, fresh: 0.7);
        return (occasion, Schedule(occasion, filler));
    }

    // The second of the same name in a commune is called after where it stands.
    private static string Named(string name, int times) => times == 0 ? name : times <= Corners.Length ? $"{name}, {Corners[times - 1]}" : $"{name} n° {times + 1}";

    private DemoStory.Rhythm? Schedule(Occasion occasion, DemoStory.Filler filler)
    {
        if (filler.People is null) return null;
        var weekday = _dice.Between(1, 7);
        var every = filler.Weekly ? _dice.Pick([1, 1, 2]) : 52;
        var from = (today - Duration.FromDays(_dice.Between(100, 540))).InUtc().Date;
        from = from.PlusDays((weekday - (int)from.DayOfWeek + 7) % 7);
        var code = ((IsoDayOfWeek)weekday).ToString()[..2].ToUpperInvariant();
        Say(occasion, "starts-on", NodaTime.Text.LocalDatePattern.Iso.Format(from));
        Say(occasion, "recurrence", filler.Weekly ? $"RRULE:FREQ=WEEKLY{(every > 1 ? $";INTERVAL={every}" : "")};BYDAY={code}" : $"RRULE:FREQ=YEARLY;BYMONTH={from.Month};BYMONTHDAY={from.Day}");
        return new DemoStory.Rhythm(NodaTime.Text.LocalDatePattern.Iso.Format(from), weekday, every, filler.People);
    }

    private Occasion New(OccasionKind kind, string name, DemoCommune commune, Instant at)
    {
        var slug = Slug.From(name);
        for (var n = 2; !_slugs.Add((kind, slug)); n++) slug = $"{Slug.From(name)}-{n.ToString(CultureInfo.InvariantCulture)}";
        var id = _dice.Id(at);
        Occasion made = kind switch
        {
            OccasionKind.Place => new Place(name, slug, commune.Id, Source, at) { Id = id },
            OccasionKind.Moment => new Moment(name, slug, commune.Id, Source, at) { Id = id },
            _ => new Project(name, slug, commune.Id, Source, at) { Id = id },
        };
        made.PostalCode = "";
        if (kind == OccasionKind.Project) Say(made, "starts-on", NodaTime.Text.LocalDatePattern.Iso.Format(at.InUtc().Date));
        return made;
    }

    private void Freshen(Occasion occasion, double fresh)
    {
        if (!_dice.Chance(fresh)) return;
        var by = occasion.Kind == OccasionKind.Place ? "l’accueil du lieu" : "la personne qui anime";
        occasion.Verify(by, today - Duration.FromDays(_dice.Between(1, 330)));
    }

    private static void Say(Occasion occasion, string key, string value)
    {
        var outcome = OccasionField.Named(key).Write(occasion, value);
        if (!outcome.Accepted) throw new InvalidOperationException($"The demonstration says « {value} » of {key}: {outcome.Refusals[0].TextKey}.");
    }

    private DemoCommune? Find(string insee) => _byInsee.GetValueOrDefault(insee);

    private int Index(DemoCommune commune) => _index[commune.Id];

    private readonly Dictionary<string, DemoCommune> _byInsee = communes.GroupBy(c => c.Insee).ToDictionary(g => g.Key, g => g.First());
    private readonly Dictionary<Guid, int> _index = communes.Select((c, i) => (c.Id, i)).ToDictionary(x => x.Id, x => x.i);
}
