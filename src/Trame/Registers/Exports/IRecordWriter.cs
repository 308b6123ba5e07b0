namespace Trame.Registers.Exports;

/// <summary>A file that is being written, record by record; disposing ends it.</summary>
public interface IRecordWriter : IDisposable
{
    void Write(PublicRecord record);
}
