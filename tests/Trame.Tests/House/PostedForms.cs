using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trame.Foundation.Web;

namespace Trame.Tests.House;

/// <summary>A page that takes a POST asks who may: itself, or through the act that it calls. The calls are followed in the compiled code.</summary>
internal static class PostedForms
{
    public static IEnumerable<Type> Pages(IEnumerable<Type> types) => types.Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract && Handlers(t).Any());

    public static IEnumerable<Breach> Check(IEnumerable<Type> types, IReadOnlyDictionary<string, string> open) =>
        from page in Pages(types)
        where !open.ContainsKey(page.FullName!)
        from handler in Handlers(page)
        where !Asks(handler)
        select new Breach(page.FullName!, $"{handler.Name} never asks whether this actor may");

    private static IEnumerable<MethodInfo> Handlers(Type page) => page.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal) || m.Name.StartsWith("OnPut", StringComparison.Ordinal) || m.Name.StartsWith("OnDelete", StringComparison.Ordinal));

    private static bool Asks(MethodBase start)
    {
        var seen = new HashSet<MethodBase> { start };
        var open = new Queue<MethodBase>(seen);
        while (open.TryDequeue(out var method))
        {
            foreach (var called in Uses.Members(method).OfType<MethodBase>())
            {
                if (called.DeclaringType == typeof(Rights) && called.Name == nameof(Rights.May) || called.DeclaringType == typeof(Actor) && called.Name == nameof(Actor.Is)) return true;
                if (called.DeclaringType?.FullName?.StartsWith("Trame.", StringComparison.Ordinal) == true && seen.Add(called)) open.Enqueue(called);
            }
        }

        return false;
    }
}
