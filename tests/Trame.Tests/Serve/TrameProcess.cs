using System.Diagnostics;

namespace Trame.Tests.Serve;

/// <summary>A real <c>trame serve</c> in a process of its own, that can be stopped politely or killed.</summary>
public sealed class TrameProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3); // far beyond what it takes: a test says what happens, never how fast

    private readonly Process _process;
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private TrameProcess(Process process) => _process = process;

    public string Said
    {
        get { lock (_said) return string.Join('\n', _said); }
    }

    public static TrameProcess Start(string data, params IReadOnlyList<(string Variable, string Value)> settings)
    {
        // A shell in the background hands its children a Ctrl-C that is ignored; env gives it back its meaning, then becomes Trame.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "trame.dll"), "serve", "--no-demo", "--urls", "http://127.0.0.1:0", "--data", data])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in settings) start.Environment[variable] = value;
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var trame = new TrameProcess(process);
        process.OutputDataReceived += (_, line) => trame.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => trame.Hear(line.Data);
        process.Exited += (_, _) => trame._address.TrySetException(new InvalidOperationException($"Trame stopped before it listened.\n{trame.Said}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return trame;
    }

    /// <summary>A browser, once every space is open for use.</summary>
    public async Task<Browser> Ready()
    {
        var browser = new Browser(await _address.Task.WaitAsync(Patience));
        var waited = Stopwatch.StartNew();
        while (!(await browser.Http.GetAsync("/health")).IsSuccessStatusCode)
        {
            if (waited.Elapsed > Patience) throw new TimeoutException($"Trame is not ready.\n{Said}");
            await Task.Delay(50);
        }

        return browser;
    }

    /// <summary>One more person, with cookies of their own.</summary>
    public async Task<Browser> Browse() => new(await _address.Task);

    /// <summary>What a power cut does: no handler runs.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>What Ctrl-C does.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.Add(line);
        if (line.StartsWith("Trame: http", StringComparison.Ordinal)) _address.TrySetResult(line.Split(' ')[1]);
    }
}
