namespace Trame.Engines.Opportunities;

/// <summary>What a kind needs at a place: it is there, or someone near lends it.</summary>
internal sealed class EquipmentNear
{
    private const int Lenders = 4;

    private readonly OpportunityProblem _problem;
    private readonly Dictionary<(int Place, string Word), List<(double Minutes, int Resource)>> _near = [];

    public EquipmentNear(OpportunityProblem problem, SpotGrid places)
    {
        _problem = problem;
        for (var r = 0; r < problem.Resources.Count; r++)
            foreach (var word in problem.Resources[r].Equipment)
                foreach (var (_, place) in places.Nearest(problem.Resources[r].Spot, problem.Resources[r].RadiusMetres / problem.Travel.Detour, 16))
                {
                    var minutes = problem.Travel.Minutes(problem.Resources[r].Spot, problem.Resources[r].Area, problem.Places[place].Spot, problem.Places[place].Area, problem.Resources[r].Mode);
                    if (!_near.TryGetValue((place, word), out var list)) _near[(place, word)] = list = [];
                    list.Add((minutes, r));
                }
        foreach (var list in _near.Values)
        {
            list.Sort();
            if (list.Count > Lenders) list.RemoveRange(Lenders, list.Count - Lenders);
        }
    }

    public bool Find(int place, int kind, WeekHours hours, out int lender, out double minutes)
    {
        (lender, minutes) = (-1, 0);
        if (_problem.Kinds[kind].Equipment is not { } word || _problem.Places[place].Equipment.Contains(word)) return true;
        if (!_near.TryGetValue((place, word), out var list)) return false;
        foreach (var (way, r) in list)
            if (_problem.Resources[r].Hours.Holds(hours))
            {
                (lender, minutes) = (r, way);
                return true;
            }
        return false;
    }
}
