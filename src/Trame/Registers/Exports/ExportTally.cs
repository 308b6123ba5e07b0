using System.Runtime.InteropServices;

namespace Trame.Registers.Exports;

/// <summary>What an export wrote, which records it had to leave out, and what it could not say of those it wrote. Nothing is made up to fill a format: it is counted here.</summary>
public sealed class ExportTally
{
    private readonly Dictionary<string, long> _leftOut = [];
    private readonly Dictionary<string, long> _unsaid = [];

    public long Written { get; private set; }

    /// <summary>Records that are not in the file, by the text key of the reason.</summary>
    public IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    /// <summary>Records that are in the file without something they say, by its text key.</summary>
    public IReadOnlyDictionary<string, long> Unsaid => _unsaid;

    internal void Write() => Written++;

    /// <returns>False, for who says at once that nothing was written.</returns>
    internal bool LeaveOut(string reason, long count = 1)
    {
        if (count > 0) CollectionsMarshal.GetValueRefOrAddDefault(_leftOut, reason, out _) += count;
        return false;
    }

    internal void Unsay(string what, bool isSo = true)
    {
        if (isSo) CollectionsMarshal.GetValueRefOrAddDefault(_unsaid, what, out _)++;
    }
}
