namespace Trame.Foundation.Spaces;

/// <summary>Where everything that must be kept lives: the directory of spaces, one file per SQLite space, keys and backups.</summary>
public sealed record DataFolder(string Root)
{
    public string Directory => Path.Combine(Root, "directory.sqlite");
    public string Spaces => Path.Combine(Root, "spaces");
    public string Backups => Path.Combine(Root, "backups");
    /// <summary>Where the server that runs on this folder answers; there as long as it runs.</summary>
    public string Address => Path.Combine(Root, "adresse");
    public string Keys => Path.Combine(Root, "keys");

    public string SpaceFile(string slug) => Path.Combine(Spaces, $"{slug}.sqlite");

    /// <summary>Keeps a second server off the same folder, for as long as it is held; null when another holds it. A process that dies lets go.</summary>
    public FileStream? Hold()
    {
        try
        {
            return new FileStream(Path.Combine(Root, ".serveur"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null; // the others who could not open it were told by Prepare
        }
    }

    public void Prepare()
    {
        foreach (var folder in (string[])[Root, Spaces, Backups, Keys]) System.IO.Directory.CreateDirectory(folder);
    }
}
