"""What people say of the register: into the file of corrections, and from there into the store."""

from hcoop.correcting.asked import Asked, correction_of
from hcoop.correcting.doubts import Doubt, doubts
from hcoop.correcting.told import told
from hcoop.correcting.undo import to_undo

__all__ = ["Asked", "Doubt", "correction_of", "doubts", "to_undo", "told"]
