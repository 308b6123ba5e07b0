using Trame.Registers.Sources;

namespace Trame.Tests.Registers.Sources;

/// <summary>Places made up with a seed, and a second list of which it is known what each row is: the same place said otherwise (slips of the pen, abbreviations, moves, new names, what is missing), or another (neighbours in one house, homonyms, branches of one association).</summary>
internal sealed class Duplicates
{
    private static readonly string[] Kinds = ["Bibliothèque", "Médiathèque", "Maison de quartier", "Centre social", "Espace de vie sociale", "Café associatif", "Recyclerie", "Jardin partagé", "Atelier vélo", "Maison des associations", "Salle polyvalente", "MJC", "France services", "Ressourcerie", "Espace numérique", "Tiers-lieu", "Ludothèque", "Foyer rural", "Épicerie solidaire", "Fab lab"];
    private static readonly string[] Streets = ["rue", "avenue", "boulevard", "place", "chemin", "impasse", "route", "allée"];
    private static readonly string[] Beginnings = ["Val", "Mont", "Clair", "Beau", "Haut", "Bel", "Roche", "Font", "Pré", "Bois", "Cham", "Ville", "Cour", "Lan", "Mar", "Sor", "Ter", "Vin", "Gar", "Dou"];
    private static readonly string[] Ends = ["mont", "brun", "fleur", "rive", "court", "sel", "nay", "gny", "zac", "vert", "lande", "bert", "ville", "neuf", "joie", "son", "rac", "tour", "lin", "mare"];

    private readonly Random _dice;
    private readonly int _communes;

    public Duplicates(int seed, int places)
    {
        _dice = new Random(seed);
        _communes = Math.Max(3, places / 120);
        var houses = new List<(string Address, double Latitude, double Longitude, string Phone)>();
        for (var i = 0; i < places; i++) Known.Add(New(i, houses));
        foreach (var place in Known)
        {
            var roll = _dice.NextDouble();
            if (roll < 0.5) Asked.Add((Again(place), place.Key));
        }

        for (var i = 0; i < places / 2; i++) Asked.Add((Other(places + i, houses), null));
    }

    public List<PlaceCard> Known { get; } = [];

    /// <summary>With the place each is, or null for one that is not there.</summary>
    public List<(PlaceCard Card, string? Truth)> Asked { get; } = [];

    private PlaceCard New(int number, List<(string, double, double, string)> houses)
    {
        var commune = _dice.Next(_communes);
        var (y, x) = (44 + (commune / 100 * 0.08) + (_dice.NextDouble() * 0.03), 1 + (commune % 100 * 0.1) + (_dice.NextDouble() * 0.04));
        var address = $"{_dice.Next(1, 120)} {Pick(Streets)} {Word()}";
        var phone = $"0{_dice.Next(1, 6)} {_dice.Next(10, 99)} {_dice.Next(10, 99)} {_dice.Next(10, 99)} {_dice.Next(10, 99)}";
        if (houses.Count > 20 && _dice.NextDouble() < 0.12) // several in one house, some with its one telephone
        {
            var house = houses[_dice.Next(houses.Count)];
            (address, y, x) = (house.Item1, house.Item2, house.Item3);
            if (_dice.NextDouble() < 0.4) phone = house.Item4;
        }
        else houses.Add((address, y, x, phone));
        return new PlaceCard($"p{number}", Name()) { Address = address, Area = Area(y, x), PostalCode = "", Phone = _dice.NextDouble() < 0.8 ? phone : "", Siret = _dice.NextDouble() < 0.5 ? Siret() : "", Latitude = y, Longitude = x };
    }

    // The commune of a point, so that neighbours share it.
    private static string Area(double y, double x) => $"{Math.Floor((y - 44) / 0.08)}/{Math.Floor((x - 1) / 0.1)}";

    private PlaceCard Again(PlaceCard place)
    {
        var (name, address, phone, latitude, longitude) = (place.Name, place.Address, place.Phone, place.Latitude, place.Longitude);
        var how = _dice.NextDouble();
        if (how < 0.05) name = Renamed(name); // another name, everything else stays
        else
        {
            if (_dice.NextDouble() < 0.35) name = Slip(name);
            if (_dice.NextDouble() < 0.3) name = Said(name);
            if (how > 0.92) (address, latitude, longitude) = ($"{_dice.Next(1, 120)} {Pick(Streets)} {Word()}", latitude + ((_dice.NextDouble() - 0.5) * 0.01), longitude + ((_dice.NextDouble() - 0.5) * 0.01)); // it moved
        }

        if (_dice.NextDouble() < 0.4) address = address.Replace("avenue", "av.", StringComparison.Ordinal).Replace("boulevard", "Bd", StringComparison.Ordinal).ToUpperInvariant();
        if (how >= 0.05 && _dice.NextDouble() < 0.15) phone = "";
        if (how >= 0.05 && _dice.NextDouble() < 0.15) (latitude, longitude) = (null, null);
        else if (latitude is not null) (latitude, longitude) = (latitude + ((_dice.NextDouble() - 0.5) * 0.0008), longitude + ((_dice.NextDouble() - 0.5) * 0.0008));
        return place with { Key = $"again-{place.Key}", Name = name, Address = address, Phone = phone, Latitude = latitude, Longitude = longitude, Siret = _dice.NextDouble() < 0.7 ? place.Siret : "" };
    }

    private PlaceCard Other(int number, List<(string, double, double, string)> houses)
    {
        var near = Known[_dice.Next(Known.Count)];
        return _dice.NextDouble() switch
        {
            < 0.3 => New(number, houses) with { Name = Name(), Address = near.Address, Area = near.Area, Latitude = near.Latitude, Longitude = near.Longitude }, // the neighbour in the same house
            < 0.55 => New(number, houses) with { Name = near.Name }, // the same name elsewhere
            < 0.65 => New(number, houses) with { Name = near.Name.Split(' ')[0] + " " + Word(), Area = near.Area, Siret = near.Siret.Length == 14 ? near.Siret[..9] + "00099" : "" }, // another branch
            _ => New(number, houses),
        };
    }

    private string Name() => $"{Pick(Kinds)} {Pick(["du", "de la", "de", "Les", "Le"])} {Word()}{(_dice.NextDouble() < 0.3 ? $" {Word()}" : "")}";

    private string Renamed(string name) => _dice.NextDouble() < 0.5 ? $"{Pick(Kinds)} {name.Split(' ')[^1]}" : $"Espace {Word()}";

    private string Said(string name) => _dice.Next(5) switch
    {
        0 => name.ToUpperInvariant(),
        1 => $"Association {name}",
        2 => name.Replace("Médiathèque", "Mediatheque", StringComparison.Ordinal).Replace("é", "e", StringComparison.Ordinal),
        3 => name.Replace("MJC", "Maison des jeunes et de la culture", StringComparison.Ordinal).Replace(" de la ", " ", StringComparison.Ordinal).Replace(" du ", " ", StringComparison.Ordinal),
        _ => $"{name} - accueil",
    };

    private string Slip(string name)
    {
        var at = _dice.Next(1, name.Length - 1);
        return _dice.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, ((char)('a' + _dice.Next(26))).ToString()),
            _ => string.Concat(name.AsSpan(0, at), name.AsSpan(at, 1).ToString() == " " ? "e" : name.AsSpan(at + (at + 1 < name.Length ? 1 : 0), 1), name.AsSpan(at, 1), name.AsSpan(Math.Min(name.Length, at + 2))),
        };
    }

    private string Word() => Pick(Beginnings) + Pick(Ends);

    private string Siret() => $"{_dice.Next(100, 999)}{_dice.Next(100_000, 999_999)}{_dice.Next(10_000, 99_999)}";

    private string Pick(string[] from) => from[_dice.Next(from.Length)];
}
