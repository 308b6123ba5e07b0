namespace Trame.Engines.Files;

/// <summary>Ends the reading of a file; never leaves the engines.</summary>
/// <param name="fault">A <see cref="JsonFault"/>, or one of the reader's own: a reader's list has the names of both.</param>
/// <param name="offset">Where, in bytes.</param>
/// <param name="detail">The words at fault.</param>
internal sealed class FaultyFile(Enum fault, int offset, string detail) : Exception
{
    public Enum Fault => fault;
    public int Offset => offset;
    public string Detail => detail;
}
