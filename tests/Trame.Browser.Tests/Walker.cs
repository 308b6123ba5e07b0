using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Trame.Browser.Tests;

/// <summary>Somebody walking through Trame. Each step ends with a look: axe finds nothing, the console says nothing, the policy refused nothing.</summary>
public sealed class Walker : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"];

    private readonly List<string> _complaints = [];

    private ICDPSession? _scriptless;

    private Walker(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>What the console or the policy complained about since the start.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public string Path => new Uri(Page.Url).PathAndQuery;

    internal static async Task<Walker> In(IBrowserContext context, bool scripts)
    {
        context.SetDefaultTimeout(120_000); // a machine that does something else at the same time is slow, not wrong
        var walker = new Walker(await context.NewPageAsync());
        walker.Page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning" && !said.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal)) walker._complaints.Add($"{said.Type}: {said.Text} ({said.Location})");
        };
        walker.Page.PageError += (_, error) => walker._complaints.Add($"uncaught: {error}");
        if (!scripts) walker._scriptless = await context.NewCDPSessionAsync(walker.Page);
        await walker.Scripts(false);
        return walker;
    }

    public async Task<IResponse> Open(string path, int status = 200)
    {
        var response = await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} answered nothing.");
        response.Status.ShouldBe(status, path);
        await Look();
        return response;
    }

    /// <summary>Follows a link or presses a button, by what it is called, and waits for the page that comes.</summary>
    public async Task Choose(AriaRole role, string name, bool exact = false)
    {
        await Page.GetByRole(role, new() { Name = name, Exact = exact }).First.ClickAsync();
        await Settle();
        await Look();
    }

    /// <summary>Follows the first link that answers to the selector.</summary>
    public async Task Follow(string selector, bool look = true)
    {
        await Page.Locator(selector).First.ClickAsync();
        await Settle();
        if (look) await Look();
    }

    /// <summary>Sends a form by its button, the first one unless another is named.</summary>
    public Task Send(string form, string button = "button:not([type=button])") => Follow($"{form} {button}");

    public async Task Type(string label, string text) => await Page.GetByLabel(label).First.FillAsync(text);

    /// <summary>Moves with Tab until what has the focus answers to the selector; says where the focus went when it never does.</summary>
    public async Task TabTo(string selector, int most = 120)
    {
        var seen = new List<string>();
        for (var i = 0; i < most; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var (here, name, visible) = await Focus(selector);
            seen.Add(name);
            visible.ShouldBeTrue($"the focus on « {name} » of {Path} cannot be seen");
            if (here) return;
        }

        throw new InvalidOperationException($"Tab never reaches {selector} on {Path}; it went through: {string.Join(" > ", seen)}");
    }

    public async Task Press(string key)
    {
        await Page.Keyboard.PressAsync(key);
        await Settle();
        await Look();
    }

    /// <summary>Presses a key that leads to another page, and waits for it.</summary>
    public async Task Go(string key)
    {
        var before = Page.Url;
        await Page.Keyboard.PressAsync(key);
        try
        {
            await Page.WaitForURLAsync(url => url != before, new() { Timeout = 40_000 });
        }
        catch (TimeoutException) when (Page.Url == before) // a browser on an overloaded machine now and then loses a key: who sees nothing happen presses again, once
        {
            await Page.Keyboard.PressAsync(key);
            await Page.WaitForURLAsync(url => url != before);
        }

        await Settle();
        await Look();
    }

    public async Task Settle() => await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    public async Task<string> Heading() => (await Page.Locator("h1").First.InnerTextAsync()).Trim();

    /// <summary>Nothing wrong to see here.</summary>
    public async Task Look()
    {
        (await Violations()).ShouldBeEmpty($"axe on {Path}");
        _complaints.ShouldBeEmpty($"console on {Path}");
    }

    /// <summary>What axe finds wrong, by all its rules or by one. Asked of the page itself: Trame has no frame, and the ready-made runner opens a second page and carries every rule that passed, each time.</summary>
    public async Task<IReadOnlyList<string>> Violations(string? only = null)
    {
        await Scripts(true);
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<string[]>("""
            async ([type, values]) => {
              if (document.querySelector('iframe, frame')) return ['frame: this page has a frame, which this check does not enter']
              const { violations } = await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] })
              return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help} | ${n.target} | ${n.html}`))
            }
            """, new object[] { only is null ? "tag" : "rule", only is null ? Tags : [only] });
        await Scripts(false);
        return found;
    }

    /// <summary>Reading must not need two directions of scrolling.</summary>
    public async Task<int> Overflow() => await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    // Without scripts, axe itself could not run: the page is read without them, then they are allowed for the time of the look. What the page did not start stays unstarted.
    private async Task Scripts(bool allowed)
    {
        if (_scriptless is not null) await _scriptless.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = !allowed });
    }

    // Does the element with the focus match, what is it called, and is its focus drawn?
    private async Task<(bool Here, string Name, bool Visible)> Focus(string selector)
    {
        var said = await Page.EvaluateAsync<string[]>("""
            selector => {
              const e = document.activeElement
              if (!e || e === document.body) return ['', '(the page)', 'yes']
              const style = getComputedStyle(e), box = e.getBoundingClientRect()
              const drawn = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
                || (e instanceof SVGElement && [...e.children].some(part => parseFloat(getComputedStyle(part).strokeWidth) >= 3)) // a shape of the map draws its focus with its edge
              const name = (e.getAttribute('aria-label') || e.innerText || e.textContent || e.getAttribute('name') || e.tagName).trim().slice(0, 40)
              return [e.matches(selector) ? 'yes' : '', name, drawn && box.width > 0 && box.height > 0 ? 'yes' : '']
            }
            """, selector);
        return (said[0].Length > 0, said[1], said[2].Length > 0);
    }
}
