using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;

namespace Trame.Include.Counters;

/// <summary>Gives the header its counter, once the page has said where it is about.</summary>
internal sealed class SayCounter(CurrentSpace here, Shell shell, NearestCounter nearest) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        // The page of a breakdown asks nothing of a database that may be what broke.
        if (done.Exception is not null || done.Result is not PageResult || done.HandlerInstance is BrokenPage || !here.IsChosen || !here.IsSettled) return;
        shell.HelpAnswers = nearest.PhoneLater();
        shell.HelpCounter = await nearest.Handle(shell.Near, context.HttpContext.Request.PathBase, context.HttpContext.RequestAborted);
    }
}
