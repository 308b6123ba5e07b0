using System.Text.Json;
using Trame.Engines.Files;

namespace Trame.Engines.Opportunities;

/// <summary>Needs, resources, places and moments as a JSON file; the fields are told in docs/methods/opportunites.md.</summary>
/// <remarks>Strict: a field nobody reads, an id said twice, a word that is nowhere, a number outside its range is refused, the first one with its line and column. O(length).</remarks>
public static class OpportunityFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">All of it.</param>
    public static OpportunityReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (problem, fault) = SpottedFile.Read(text, root => new OpportunityParsing(root).Problem());
        return fault is null ? new(problem, null) : new(null, new(fault.As<OpportunityFault>(), fault.Line, fault.Column, fault.Detail));
    }

    /// <summary>Writes a problem as <see cref="Read"/> reads it.</summary>
    public static string Write(OpportunityProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (w, p) = (problem.Weights, problem);
        return JsonSerializer.Serialize(new
        {
            travel = new { detour = p.Travel.Detour, matrix = p.Travel.Matrix?.Select(m => new object[] { m.Key.From, m.Key.To, m.Value }) },
            weights = new { mixing = w.Mixing, minute = w.MinuteOfTravel, effort = w.Effort, reciprocity = w.Reciprocity, fairness = w.Fairness },
            kinds = p.Kinds.Select(k => new { id = k.Id, hours = k.Hours, least = k.Least, most = k.Most, equipment = k.Equipment, reserved = k.Reserved, serves = k.Serves }),
            needs = p.Needs.Select(n => new { id = n.Id, kind = p.Kinds[n.Kind].Id, area = n.Area, lat = n.Spot.Latitude, lon = n.Spot.Longitude, reach = n.ReachMetres, mode = Word(n.Mode), slots = SlotWords.Write(n.Hours), weight = n.Weight, sessions = n.Sessions, groups = n.Groups }),
            resources = p.Resources.Select(r => new { id = r.Id, kinds = r.Kinds.Select(k => p.Kinds[k].Id), equipment = r.Equipment, area = r.Area, lat = r.Spot.Latitude, lon = r.Spot.Longitude, radius = r.RadiusMetres, mode = Word(r.Mode), slots = SlotWords.Write(r.Hours), most = r.Most, need = r.Need >= 0 ? p.Needs[r.Need].Id : null }),
            places = p.Places.Select(l => new { id = l.Id, area = l.Area, lat = l.Spot.Latitude, lon = l.Spot.Longitude, seats = l.Seats, slots = SlotWords.Write(l.Hours), equipment = l.Equipment }),
            moments = p.Moments.Select(m => new { id = m.Id, kind = p.Kinds[m.Kind].Id, area = m.Area, lat = m.Spot.Latitude, lon = m.Spot.Longitude, slot = SlotWords.Write(m.Start, m.Hours), seats = m.FreeSeats }),
        }, Options);
    }

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", WriteIndented = true, IndentSize = 1 };

    private static string Word(TravelMode mode) => OpportunityParsing.Modes[(int)mode];
}
