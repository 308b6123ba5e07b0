using System.Collections;

namespace Trame.Foundation.Tables;

/// <summary>What is wrong with a file: the first sentences, and how many there are. A file of a million wrong rows is told in the memory of a thousand.</summary>
public sealed class Problems : IReadOnlyList<string>
{
    private const int Kept = 1_000;
    private readonly List<string> _first = [];

    public int Count { get; private set; }

    public string this[int index] => _first[index];

    public void Add(string sentence)
    {
        if (Count++ < Kept) _first.Add(sentence);
    }

    /// <summary>Those that were kept.</summary>
    public IEnumerator<string> GetEnumerator() => _first.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
