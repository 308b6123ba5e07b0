namespace Trame.Tests.Operate;

/// <summary>A data folder with the space of Moulins Communauté, made once: each test gets a copy of its own.</summary>
public sealed class MoulinsFolder : IAsyncLifetime
{
    private readonly CommandLine _made = new();

    public async ValueTask InitializeAsync() => (await _made.Run("space", "create", "--epci", "200071140")).Well();

    public CommandLine Copy()
    {
        var copy = new CommandLine();
        foreach (var file in Directory.EnumerateFiles(_made.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Data, Path.GetRelativePath(_made.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public ValueTask DisposeAsync()
    {
        _made.Dispose();
        return ValueTask.CompletedTask;
    }
}
