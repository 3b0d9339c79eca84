// A page as it may be shown: one map over all its texts, keys, ids and links.
#pragma once

#include "mask/veil.h"
#include "view/page.h"

namespace zsup::mask {

view::Cell<text::Shown> shown(view::Cell<text::Named> cell, Veil& veil);
view::Row<text::Shown> shown(view::Row<text::Named> row, Veil& veil);
// The veil must last until what is handed out one by one has been.
view::Node<text::Shown> shown(view::Node<text::Named> node, Veil& veil);

// Lets the veil see the texts of a cell or a tree, so that two persons of one surname are told
// apart from the first on. Ids are told apart by what stands for them.
void see(const view::Cell<text::Named>& cell, Veil& veil);
void see(const view::Node<text::Named>& node, Veil& veil);

// With nobody hidden: what the office prints for itself.
view::Page<text::Shown> with_all_names(view::Page<text::Named> page);

}  // namespace zsup::mask
