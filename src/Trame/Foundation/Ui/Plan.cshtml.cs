using Trame.Foundation.Web;

namespace Trame.Foundation.Ui;

/// <summary>A second way to every page: all that the rooms declare, by part.</summary>
public sealed class PlanPage : TramePage;
