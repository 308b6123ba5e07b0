using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Trame.Engines.Tests;

/// <summary>PublicApi.txt is what others may lean on: a change of it is seen, said and reviewed.</summary>
public sealed class PublicApiTests
{
    private const string Again = "TRAME_WRITE_PUBLIC_API";

    private static readonly Assembly Engines = Assembly.Load("Trame.Engines");

    private static string Listed => Path.Combine(Source(), "PublicApi.txt");

    [Fact] public void What_others_may_use_is_what_the_list_says()
    {
        var now = PublicApi.Of(Engines);
        if (Environment.GetEnvironmentVariable(Again) is not null) File.WriteAllText(Listed, now);
        PublicApi.Difference(File.ReadAllText(Listed).ReplaceLineEndings("\n"), now).ShouldBe("",
            $"The public surface of Trame.Engines is not that of tests/Trame.Engines.Tests/PublicApi.txt (- listed and gone, + new). If it was meant: {Again}=1 dotnet tests/Trame.Engines.Tests/bin/Release/net10.0/Trame.Engines.Tests.dll -class \"*PublicApiTests\", then commit the list.");
    }

    [Fact] public void A_changed_signature_is_told_with_its_type() =>
        PublicApi.Difference("class A\n  int B(int c)\n  int D()\nclass E\n", "class A\n  int B(long c)\n  int D()\n").ShouldBe("- class A : int B(int c)\n+ class A : int B(long c)\n- class E");

    [Fact] public void Every_public_type_and_member_says_what_it_is()
    {
        var said = XDocument.Load(Path.ChangeExtension(Engines.Location, ".xml")).Descendants("member").Where(m => m.Element("summary") is { } s && s.Value.Trim().Length > 0 || m.Element("inheritdoc") is not null || m.Element("param") is not null || m.Element("returns") is not null)
            .Select(m => m.Attribute("name")!.Value).ToHashSet();
        Named().Where(name => !said.Contains(name) && !said.Any(s => s.StartsWith(name + "(", StringComparison.Ordinal) || s.StartsWith(name + "``", StringComparison.Ordinal))).ShouldBeEmpty();
        said.Count.ShouldBeGreaterThan(300);
    }

    // A positional property of a record is told by the <param> of its type.
    private static IEnumerable<string> Named() =>
        from type in Engines.GetExportedTypes()
        let name = type.FullName!.Replace('+', '.')
        let positional = type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet()
        let overridden = type.GetMethods().Where(m => m.GetBaseDefinition() != m || m.IsVirtual).Select(m => m.Name).ToHashSet() // said where they are declared
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let said = member switch
        {
            FieldInfo { IsSpecialName: false } => $"F:{name}.{member.Name}",
            PropertyInfo when !positional.Contains(member.Name) => $"P:{name}.{member.Name}",
            MethodInfo { IsSpecialName: false } when !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !overridden.Contains(member.Name) => $"M:{name}.{member.Name}",
            _ => $"T:{name}",
        }
        select said;

    private static string Source()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests", "Trame.Engines.Tests") is var source && File.Exists(Path.Combine(source, "PublicApiTests.cs"))) return source;
        throw new InvalidOperationException("The sources of the tests are not around the program.");
    }
}
