using System.CommandLine;
using System.Globalization;
using Trame.Foundation;

CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
    (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG"))?.StartsWith("en", StringComparison.Ordinal) == true ? "en-GB" : "fr-FR");
var host = new CommandHost();
var root = new RootCommand("Trame: see where ties are missing in a territory, and make them.") { host.Data, host.SpaceName, host.Plain };
foreach (var command in TrameHost.Modules.SelectMany(m => m.Commands(host))) root.Add(command);
return await root.Parse(args).InvokeAsync();
