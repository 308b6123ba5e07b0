using System.Security.Cryptography;
using Trame.Foundation.Spaces;

namespace Trame.Foundation.Privacy;

/// <summary>
/// Turns a person's identifier into a mark that says nothing without the key. The key stays in the data folder, never in a backup of a space: whoever
/// holds a backup cannot tell who left, yet a restored backup forgets them again.
/// </summary>
public sealed class TombstoneKey(DataFolder folder)
{
    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(Path.Combine(folder.Keys, "tombstones.key")));

    public string Mark(Guid personId) => Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, personId.ToByteArray(bigEndian: true)));

    private static byte[] ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            var fresh = $"{file}.{Environment.ProcessId}";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(fresh, options)) stream.Write(RandomNumberGenerator.GetBytes(32));
            try
            {
                File.Move(fresh, file, overwrite: false); // two processes may start together: the first one's key is the key
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(fresh);
            }
        }

        return File.ReadAllBytes(file);
    }
}
