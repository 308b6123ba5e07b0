using System.Reflection;
using Trame.Foundation;
using Trame.Foundation.Facts;

namespace Trame.Tests.House;

/// <summary>A room that writes a fact says so on its door; the demonstration, which invents the life of all of them, is left alone. A method that makes a fact of a kind it was given answers for every kind its room names.</summary>
internal static class FactsWritten
{
    public static IEnumerable<Breach> Check(IReadOnlyCollection<Type> types, IEnumerable<IModule> modules)
    {
        var declared = modules.ToDictionary(m => Rooms.RoomOf(m.GetType()), m => m.Writes.ToHashSet());
        foreach (var room in types.Where(t => Rooms.LayerOf(t) is not ("Foundation" or "Engines" or "Demo")).GroupBy(Rooms.RoomOf))
        {
            var methods = room.Where(t => !typeof(IModule).IsAssignableFrom(t)).SelectMany(Uses.MethodsOf).Where(m => m is not ConstructorInfo { IsStatic: true }).ToList();
            foreach (var writer in methods.Where(m => Uses.Members(m).Any(u => u is ConstructorInfo made && made.DeclaringType == typeof(Fact))))
            {
                var kinds = KindsOf(writer);
                if (kinds.Count == 0) kinds = [.. methods.SelectMany(KindsOf)];
                if (kinds.Count == 0) yield return new(Name(writer), "writes a fact whose kind is not a constant of the house");
                foreach (var kind in kinds.Where(k => !(declared.TryGetValue(room.Key, out var said) && said.Contains(k))))
                    yield return new(Name(writer), $"writes {kind}, which the door of {room.Key} does not declare");
            }
        }
    }

    private static HashSet<FactKind> KindsOf(MethodBase method) => [.. Uses.Members(method).Select(m => m switch
    {
        FieldInfo { IsStatic: true } field when field.FieldType == typeof(FactKind) => (FactKind?)field.GetValue(null),
        MethodInfo { IsStatic: true } getter when getter.ReturnType == typeof(FactKind) && getter.GetParameters().Length == 0 => (FactKind?)getter.Invoke(null, null),
        _ => null,
    }).OfType<FactKind>()];

    private static string Name(MethodBase method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
