using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Trame.Foundation.Text;

namespace Trame.Foundation.Ui;

/// <summary>
/// Every sentence of the screen, by key, in the language of the request. Each room keeps its own <c>Texts.resx</c> (French) and <c>Texts.en.resx</c>;
/// keys are unique in the whole house. A missing key shows itself between brackets and fails a test.
/// </summary>
public sealed class Texts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Languages = Load();

    public static IReadOnlyList<string> Known => ["fr", "en"];

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr";

    /// <summary>What people wrote in the register is in French, whatever the language of the screen: the <c>lang</c> of such words, null when it goes without saying.</summary>
    public static string? OfTheRegister => Language == "fr" ? null : "fr";

    public string this[string key] => Get(key);

    public string this[string key, params object?[] args] => Get(key, args);

    public static string Get(string key, params object?[] args) => In(Language, key, args);

    public static string In(string language, string key, params object?[] args)
    {
        var text = Languages[language].TryGetValue(key, out var said) ? said : Languages["fr"].GetValueOrDefault(key, $"[{key}]");
        return args.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, args);
    }

    public static bool Has(string key) => Languages["fr"].ContainsKey(key);

    /// <summary>The form of a sentence that goes with a count (see <see cref="Plural"/>), the count in it and whatever else it says.</summary>
    public string Count(string key, long n, params object?[] more) => CountOf(key, n, more);

    public static string CountOf(string key, long n, params object?[] more)
    {
        var forms = Get(key);
        var form = forms.Contains('|', StringComparison.Ordinal) ? Plural.Form(CultureInfo.CurrentUICulture, n, forms) : forms;
        return string.Format(CultureInfo.CurrentCulture, form, [n.ToString("N0", CultureInfo.CurrentCulture), .. more]);
    }

    /// <summary>Keys of one language, for the test that both say everything.</summary>
    public static IReadOnlyCollection<string> Keys(string language) => Languages[language].Keys;

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = typeof(Texts).Assembly;
        var rooms = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".Texts.resources", StringComparison.Ordinal)).Select(n => n[..^".resources".Length]).ToList();
        return Known.ToFrozenDictionary(l => l, l => Read(assembly, rooms, l));
    }

    private static FrozenDictionary<string, string> Read(Assembly assembly, List<string> rooms, string language)
    {
        var culture = language == "fr" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var all = new Dictionary<string, string>();
        foreach (var room in rooms)
        {
            if (new ResourceManager(room, assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } set) continue;
            foreach (System.Collections.DictionaryEntry entry in set) all.Add((string)entry.Key, language == "fr" ? FrenchSpacing.Hold((string)entry.Value!) : (string)entry.Value!);
        }

        return all.ToFrozenDictionary();
    }
}
