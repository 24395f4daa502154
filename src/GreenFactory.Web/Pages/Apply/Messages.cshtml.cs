using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Web.Links;

namespace GreenFactory.Web.Pages.Apply;

internal sealed class MessagesModel(OwnMessagesQuery query, ReadMessagesHandler read, UndeliveredQuery letters, PortalLinks links) : InboxModel(query, read, letters, links);
