using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Trame.Tests.House;

/// <summary>What compiled code uses: read from signatures and from the instructions themselves, so that no alias or relative name hides anything.</summary>
internal static class Uses
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Size == 1 ? o.Value : o.Value & 0xffff);

    /// <summary>Every type that this one names in its declaration, its members and their bodies.</summary>
    public static IReadOnlySet<Type> TypesOf(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var part in type.GetInterfaces()) Add(found, part);
        foreach (var field in type.GetFields(Declared)) Add(found, field.FieldType);
        foreach (var method in MethodsOf(type))
        {
            foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
            if (method is MethodInfo told) Add(found, told.ReturnType);
            foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) Add(found, local.LocalType);
            foreach (var member in Members(method)) AddMember(found, member);
        }

        return found;
    }

    /// <summary>What a public type shows to whoever uses it: the types of its public members.</summary>
    public static IReadOnlySet<Type> ShownBy(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var field in type.GetFields(Public)) Add(found, field.FieldType);
        foreach (var method in type.GetMethods(Public).Cast<MethodBase>().Concat(type.GetConstructors(Public)))
        {
            foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
            if (method is MethodInfo told) Add(found, told.ReturnType);
        }

        foreach (var nested in type.GetNestedTypes(BindingFlags.Public)) found.UnionWith(ShownBy(nested));
        return found;
    }

    public static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));

    /// <summary>Fields, methods and types named by the instructions of a method; those of its state machine when it is async.</summary>
    public static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        var own = Named(method);
        return method.GetCustomAttribute<StateMachineAttribute>() is { } machine
            ? own.Concat(Named(machine.StateMachineType.GetMethod("MoveNext", Declared)!))
            : own;
    }

    private static IEnumerable<MemberInfo> Named(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xfe ? 0xfe00 | il[at + 1] : il[at];
            var instruction = Instructions[code];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is { } member) yield return member;
            at += OperandSize(instruction.OperandType, il, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static void AddMember(HashSet<Type> found, MemberInfo member)
    {
        Add(found, member as Type ?? member.DeclaringType);
        if (member is MethodInfo { IsGenericMethod: true } generic) foreach (var argument in generic.GetGenericArguments()) Add(found, argument);
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        while (type is { HasElementType: true }) type = type.GetElementType();
        if (type is null || type.IsGenericParameter) return;
        if (type.IsGenericType) foreach (var argument in type.GetGenericArguments()) Add(found, argument);
        found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
    }
}
