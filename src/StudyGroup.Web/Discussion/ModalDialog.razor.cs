using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using StudyGroup.Web.Realtime;

namespace StudyGroup.Web.Discussion;

public sealed partial class ModalDialog : IAsyncDisposable
{
    private ElementReference dialog;
    private IJSObjectReference? script;

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>The word on the button that goes ahead; null where there is only something to see.</summary>
    [Parameter] public string? Confirm { get; set; }

    [Parameter, EditorRequired] public required string Cancel { get; set; }

    [Parameter] public bool IsDanger { get; set; }

    /// <summary>It shows longer texts.</summary>
    [Parameter] public bool IsWide { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public EventCallback OnConfirm { get; set; }

    [Parameter] public EventCallback OnClosed { get; set; }

    /// <summary>Closes it; <see cref="OnClosed"/> follows.</summary>
    public async Task CloseAsync()
    {
        try
        {
            if (script is not null)
                await script.InvokeVoidAsync("close", dialog);
        }
        catch (Exception exception) when (exception.IsEndOfPage())
        {
            // It is off the page already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (script is not null)
                await script.DisposeAsync();
        }
        catch (Exception exception) when (exception.IsEndOfPage())
        {
            // The page is gone, and the dialog with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            try
            {
                script = await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Discussion/ModalDialog.razor.js"]}");
                await script.InvokeVoidAsync("show", dialog);
            }
            catch (Exception exception) when (exception.IsEndOfPage())
            {
                // The page left before the dialog was on it.
            }
        }
    }
}
