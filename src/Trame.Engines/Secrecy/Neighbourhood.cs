namespace Trame.Engines.Secrecy;

/// <summary>The cells that can be reached from others through sums, the cheapest to hide first.</summary>
internal sealed class Neighbourhood(SuppressionProblem problem)
{
    private const double Step = 0.05; // of a price: free cells that are far are no help
    private readonly PriorityQueue<int, (double Price, int Cell)> _queue = new();

    /// <param name="cells">Where to start.</param>
    /// <param name="most">How many cells to give at most.</param>
    /// <param name="hidden">Cells that cost nothing.</param>
    /// <param name="price">What the others cost; infinite when they may not be hidden.</param>
    public List<int> Around(IEnumerable<int> cells, int most, bool[] hidden, double[] price)
    {
        var (near, reached) = (new List<int>(), new bool[problem.Count]);
        _queue.Clear();
        foreach (var cell in cells) _queue.Enqueue(cell, (0, cell));
        while (near.Count < most && _queue.TryDequeue(out var at, out var far))
        {
            if (reached[at]) continue;
            reached[at] = true;
            near.Add(at);
            foreach (var sum in problem.SumsOf[at])
                foreach (var i in problem.Sums[sum])
                    if (!reached[i] && (hidden[i] || (!problem.Known[i] && !double.IsPositiveInfinity(price[i])))) _queue.Enqueue(i, (far.Price + Step + (hidden[i] ? 0 : price[i]), i));
        }

        return near;
    }
}
