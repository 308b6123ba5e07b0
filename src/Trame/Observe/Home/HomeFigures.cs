using System.Globalization;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Observe.Home;

/// <summary>The four numbers at the top, each with what it means and the way to its definition.</summary>
internal static class HomeFigures
{
    public static IReadOnlyList<KeyFigureView> Of(TerritoryView view, string root)
    {
        return
        [
            new(N(view.Open), Texts.CountOf("home.figure.open", view.Open), $"{root}/observatoire/occasions-ouvertes")
            { Note = Texts.Get("home.figure.open.note", N(view.Places), N(view.Moments), N(view.Projects)) },
            Needs(view, root),
            Far(view, root),
            new(N(view.MomentsHeld), Texts.CountOf("home.figure.held", view.MomentsHeld), $"{root}/observatoire/rencontres")
            { Note = Texts.Get("home.figure.held.note", N(view.PeopleMet), N(view.MomentsBefore)) },
        ];
    }

    // No position, or nothing open anywhere: nobody can say what is far.
    private static KeyFigureView Far(TerritoryView view, string root)
    {
        var (deserts, href) = (view.Deserts.Count, $"{root}/observatoire/communes-loin-de-tout");
        return view.Communes.Any(c => c.NearestMetres is not null)
            ? new(N(deserts), Texts.CountOf("home.figure.far", deserts), href) { Note = Texts.Get("home.figure.far.note", N(view.FarByCar)) }
            : new("—", Texts.CountOf("home.figure.far", 2), href) { Note = Texts.Get("home.map.nodata") };
    }

    // A count of households: said only when it names nobody.
    private static KeyFigureView Needs(TerritoryView view, string root)
    {
        var (told, where) = (view.MayTellNeeds, view.NeedsWhere);
        var change = view.NeedsBefore == 0 || !told ? null
            : $"{(view.NeedsBefore > 0 ? "▲" : "▼")} {Texts.Get(view.NeedsBefore > 0 ? "home.figure.needs.more" : "home.figure.needs.fewer", N(Math.Abs(view.NeedsBefore)))}{(where is null ? "" : $", {Texts.Get(where)}")}";
        return new(told ? N(view.NeedsOpen) : Texts.Get("home.masked", view.SecrecyThreshold), Texts.CountOf("home.figure.needs", view.NeedsOpen), $"{root}/observatoire/besoins-sans-reponse")
        { Note = change, IsLate = view.NeedsBefore > 0 };
    }

    private static string N(long value) => value.Plain(CultureInfo.CurrentCulture);
}
