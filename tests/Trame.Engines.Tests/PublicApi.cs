using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Trame.Engines.Tests;

/// <summary>What an assembly lets others use, one line per type and per member, in an order that does not depend on the compiler.</summary>
/// <remarks>What a record makes by itself (equality, copy, printing) is left out: the type's line says that it is a record.</remarks>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(double)] = "double", [typeof(char)] = "char", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal)) text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Lines that are in one text only, with - or + before them, under the type where they stand.</summary>
    public static string Difference(string before, string after)
    {
        var (old, now) = (Named(before), Named(after));
        return string.Join('\n', old.Except(now).Select(l => (Line: l, Sign: '-')).Concat(now.Except(old).Select(l => (Line: l, Sign: '+')))
            .OrderBy(l => l.Line.Type, StringComparer.Ordinal).ThenBy(l => l.Line.Member, StringComparer.Ordinal).Select(l => $"{l.Sign} {l.Line.Type}{(l.Line.Member.Length > 0 ? " : " : "")}{l.Line.Member}"));
    }

    private static List<(string Type, string Member)> Named(string text)
    {
        var type = "";
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.StartsWith(' ') ? (type, line.Trim()) : (type = line, ""))];
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => IsRecord(type) ? "record struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
    };

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(n => $"{n} = {Convert.ToInt64(Enum.Parse(type, n), CultureInfo.InvariantCulture)}");
        return type.GetConstructors(Declared).Where(Seen).Where(c => !Made(c)).Select(c => $"new({Parameters(c)})")
            .Concat(type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(f => $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}{(f.IsLiteral ? Value(f.GetRawConstantValue()) : "")}"))
            .Concat(type.GetProperties(Declared).Where(p => p.GetMethod is { } get && Seen(get) && !Made(get)).Select(p => $"{Static(p.GetMethod!)}{Annotated(p)} {(p.GetIndexParameters() is [_, ..] ? $"this[{Parameters(p.GetMethod!)}]" : p.Name)} {{ get;{Setter(p)} }}"))
            .Concat(type.GetMethods(Declared).Where(Seen).Where(m => !m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)).Where(m => !Made(m)).Select(m => $"{Static(m)}{Annotated(m.ReturnParameter)} {m.Name}{Generic(m)}({Parameters(m)})"));
    }

    private static bool Seen(MethodBase member) => member.IsPublic || member.IsFamily;

    // What the compiler writes into a record, and the constructor that copies one.
    private static bool Made(MethodBase member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.StartsWith("get_", StringComparison.Ordinal) || member.Name == "get_EqualityContract" ||
        member is ConstructorInfo && member.GetParameters() is [var one] && one.ParameterType == member.DeclaringType;

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Setter(PropertyInfo property) => property.SetMethod is not { } set || !Seen(set) ? "" : set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m == typeof(IsExternalInit)) ? " init;" : " set;";

    private static string Generic(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{(p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : "")}{Annotated(p)} {p.Name}{(p.HasDefaultValue ? Value(p.DefaultValue) : "")}"));

    private static string Annotated(ParameterInfo parameter) => Name(parameter.ParameterType) + Mark(parameter.ParameterType, Nullability.Create(parameter));

    private static string Annotated(PropertyInfo property) => Name(property.PropertyType) + Mark(property.PropertyType, Nullability.Create(property));

    private static string Mark(Type type, NullabilityInfo info) => !type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "";

    private static string Value(object? value) => $" = {(value switch { null => "default", string s => $"\"{s}\"", bool b => b ? "true" : "false", IFormattable f => f.ToString(null, CultureInfo.InvariantCulture), _ => value.ToString() })}";

    private static string Name(Type type)
    {
        if (Words.TryGetValue(type, out var word)) return word;
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return $"{Name(inner)}?";
        if (type.IsGenericParameter) return type.Name;
        var outer = type.DeclaringType is { } around ? $"{Name(around)}." : "";
        if (!type.IsGenericType) return outer + type.Name;
        if (type.IsAssignableTo(typeof(ITuple))) return $"({string.Join(", ", type.GetGenericArguments().Select(Name))})";
        return $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
