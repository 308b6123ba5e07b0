namespace Trame.Engines.Indicators;

/// <summary>Sets of units that beat each other in circles by majority, those that beat the others first: strongly connected components (Tarjan 1972), without recursion.</summary>
internal static class MajorityCircles
{
    public static List<List<int>> Of(double[][] ahead)
    {
        var n = ahead.Length;
        var (index, low, next, onStack, stack, sets) = (new int[n], new int[n], new int[n], new bool[n], new Stack<int>(), new List<List<int>>());
        var seen = 0;
        for (var root = 0; root < n; root++)
        {
            if (index[root] != 0) continue;
            var path = new Stack<int>();
            Enter(root);
            while (path.TryPeek(out var a))
            {
                if (next[a] < n)
                {
                    var b = next[a]++;
                    if (ahead[a][b] <= 0) continue;
                    if (index[b] == 0) Enter(b);
                    else if (onStack[b]) low[a] = Math.Min(low[a], index[b]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var above)) low[above] = Math.Min(low[above], low[a]);
                if (low[a] == index[a]) Leave(a);
            }

            void Enter(int a)
            {
                index[a] = low[a] = ++seen;
                stack.Push(a);
                onStack[a] = true;
                path.Push(a);
            }
        }

        sets.Reverse(); // a set is closed after those it beats
        return sets;

        void Leave(int a)
        {
            var set = new List<int>();
            int b;
            do
            {
                b = stack.Pop();
                onStack[b] = false;
                set.Add(b);
            }
            while (b != a);
            set.Sort();
            sets.Add(set);
        }
    }
}
